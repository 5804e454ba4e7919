package dojo.workbench.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FirstHintsTest {
    private static final FirstHints HINTS = FirstHints.read("""
            reads_all:: Which page
            was read?

            reads_all, Query, GetItem:: Two kinds.

            reads_all, Query:: One
            kind: `Query::`.
            +
            ----
            code
            ----
            is_cheap:: Dear.
            """);

    @Test
    void an_entry_goes_on_until_the_next() {
        assertThat(HINTS.strays()).isEmpty();
        assertThat(HINTS.entries())
                .extracting(FirstHints.Entry::term)
                .containsExactly("reads_all", "reads_all, Query, GetItem", "reads_all, Query", "is_cheap");
        assertThat(HINTS.entries().get(0).text()).isEqualTo("Which page\nwas read?");
        assertThat(HINTS.entries().get(2).text()).isEqualTo("One\nkind: `Query::`.\n+\n----\ncode\n----");
    }

    @Test
    void the_entry_that_asks_for_most_wins() {
        assertThat(said("reads_all", "Scan")).isEqualTo("reads_all");
        assertThat(said("reads_all", "Query")).isEqualTo("reads_all, Query");
        assertThat(said("reads_all", "GetItem", "Scan", "Query")).isEqualTo("reads_all, Query, GetItem");
        assertThat(HINTS.about("is_fast", List.of("Query"))).isEmpty();
    }

    @Test
    void lines_without_an_entry_are_kept_for_the_gate() {
        assertThat(FirstHints.read("Read on.\n\nreads_all:: So?").strays()).containsExactly("Read on.");
        assertThat(FirstHints.read("").entries()).isEmpty();
    }

    private static String said(String check, String... sent) {
        return HINTS.about(check, List.of(sent)).orElseThrow().term();
    }
}
