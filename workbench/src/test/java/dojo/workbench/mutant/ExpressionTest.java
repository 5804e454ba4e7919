package dojo.workbench.mutant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExpressionTest {

    @Test
    void one_comparison_has_no_side_to_lose() {
        assertThat(Expression.shorter("attribute_not_exists(PK)")).isEmpty();
        assertThat(Expression.shorter("PK = :pk")).isEmpty();
    }

    @Test
    void each_side_of_an_and_is_lost_once() {
        assertThat(Expression.shorter("PK = :pk AND begins_with(SK, :turn)"))
                .containsExactly(
                        new Change<>("PK = :pk", "begins_with(SK, :turn)"),
                        new Change<>("begins_with(SK, :turn)", "PK = :pk"));
    }

    @Test
    void the_and_of_a_between_separates_nothing() {
        assertThat(Expression.shorter("PK = :pk and SK between :from and :to"))
                .containsExactly(
                        new Change<>("PK = :pk", "SK between :from and :to"),
                        new Change<>("SK between :from and :to", "PK = :pk"));
    }

    @Test
    void brackets_and_both_words_are_taken_apart_at_every_depth() {
        assertThat(texts(Expression.shorter("a = :a AND (NOT size(b) > :b OR c IN (:c, :d) OR attribute_exists(e))")))
                .containsExactlyInAnyOrder(
                        "a = :a AND (c IN (:c, :d) OR attribute_exists(e))",
                        "a = :a AND (NOT size(b) > :b OR attribute_exists(e))",
                        "a = :a AND (NOT size(b) > :b OR c IN (:c, :d))",
                        "(NOT size(b) > :b OR c IN (:c, :d) OR attribute_exists(e))",
                        "a = :a");
    }

    @Test
    void a_border_is_taken_in_or_left_out() {
        assertThat(Expression.moved("attribute_not_exists(PK) OR expires_at <= :now AND n>=:n"))
                .containsExactly(
                        new Change<>("expires_at <= :now", "attribute_not_exists(PK) OR expires_at < :now AND n>=:n"),
                        new Change<>("n>=:n", "attribute_not_exists(PK) OR expires_at <= :now AND n>:n"));
        assertThat(texts(Expression.moved("a < b.c[1] AND size(d) > :e")))
                .containsExactly("a <= b.c[1] AND size(d) > :e", "a < b.c[1] AND size(d) >= :e");
    }

    @Test
    void equality_has_no_border() {
        assertThat(Expression.moved("a = :a AND b <> :b")).isEmpty();
    }

    @Test
    void what_is_no_expression_ends_too() {
        for (String text : List.of("", "(", "a BETWEEN", "AND", "a = ", "f(", "((((", "NOT")) {
            assertThat(Expression.moved(text)).isEmpty();
        }
    }

    private static List<String> texts(List<Change<String>> changes) {
        return changes.stream().map(Change::result).toList();
    }
}
