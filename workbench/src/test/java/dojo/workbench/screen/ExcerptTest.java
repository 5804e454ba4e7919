package dojo.workbench.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExcerptTest {
    @Test
    void a_short_text_is_shown_whole() {
        assertThat(Excerpt.around("[1, 2, 3]", "[1, 2]")).isEqualTo("[1, 2, 3]");
    }

    @Test
    void a_long_text_is_shown_where_it_begins_to_differ() {
        String all = numbers(1, 200);
        String gap = numbers(1, 120) + " " + numbers(122, 200);

        assertThat(Excerpt.around(all, gap))
                .startsWith("… ")
                .endsWith(" …")
                .contains("119 120 121 122")
                .hasSizeLessThan(260);
        assertThat(Excerpt.around(gap, all)).contains("119 120 122 123").doesNotContain(" 99 ");
    }

    @Test
    void a_long_text_without_a_space_is_cut_all_the_same() {
        assertThat(Excerpt.around("x".repeat(9_000), "x".repeat(8_000))).hasSizeLessThan(260);
    }

    @Test
    void of_many_entries_the_first_and_the_last_are_shown_with_their_numbers() {
        List<String> entries =
                IntStream.rangeClosed(1, 107).mapToObj(i -> "put " + i).toList();

        assertThat(Excerpt.ends(entries))
                .containsExactly(
                        "1. put 1",
                        "2. put 2",
                        "3. put 3",
                        "4. put 4",
                        "5. put 5",
                        "… 100 more …",
                        "106. put 106",
                        "107. put 107");
    }

    @Test
    void eight_entries_are_not_many() {
        List<String> entries =
                IntStream.rangeClosed(1, 8).mapToObj(i -> "get " + i).toList();

        assertThat(Excerpt.ends(entries)).hasSize(8).endsWith("8. get 8");
    }

    private static String numbers(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(String::valueOf).collect(Collectors.joining(" "));
    }
}
