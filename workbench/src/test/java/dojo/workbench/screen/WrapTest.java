package dojo.workbench.screen;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WrapTest {

    @Test
    void a_line_that_fits_is_left_alone() {
        Line line = Line.of("two  words");

        assertThat(line.wrap(10)).containsExactly(line);
    }

    @Test
    void a_long_line_breaks_at_its_spaces() {
        assertThat(Line.of("read every page of the answer").wrap(12))
                .extracting(Line::text)
                .containsExactly("read every", "page of the", "answer");
    }

    @Test
    void an_id_wider_than_the_screen_stays_whole() {
        assertThat(Line.of("see SESSION#0123456789abcdef now").wrap(10))
                .extracting(Line::text)
                .containsExactly("see", "SESSION#0123456789abcdef", "now");
    }

    @Test
    void tones_survive_and_a_word_in_two_tones_is_one_word() {
        Line line = Line.of("call ").and(Tone.CODE, "query").and(", then stop");

        assertThat(line.wrap(11))
                .containsExactly(Line.of("call ").and(Tone.CODE, "query").and(","), Line.of("then stop"));
    }

    @Test
    void later_lines_hang_under_the_first() {
        assertThat(Line.of("1. ask for the next page").wrap(12, 3))
                .extracting(Line::text)
                .containsExactly("1. ask for", "   the next", "   page");
    }

    @Test
    void wide_characters_count_two_columns() {
        assertThat(Line.of("漫画 漫画 漫画").wrap(9)).extracting(Line::text).containsExactly("漫画 漫画", "漫画");
    }
}
