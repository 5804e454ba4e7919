package dojo.workbench.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.workbench.screen.Line;
import dojo.workbench.screen.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LayoutTest {
    private static final List<Line> FOOT = List.of(Line.of("1 of 9"), Line.of("h hint  q quit"));

    private static List<Line> lines(String word, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> Line.of(word + " " + i))
                .toList();
    }

    private static Layout layout(int upper, int lower, boolean readsUpper, int page, Window window) {
        return Layout.of(
                new Layout.Parts(lines("task", upper), lines("verdict", lower), FOOT, readsUpper), page, window);
    }

    private static Window window(int columns, int rows) {
        return new Window(Driver.ROOT, columns, rows);
    }

    private static List<String> texts(Layout layout) {
        return layout.lines().stream().map(Line::text).toList();
    }

    @Test
    void what_fits_is_shown_whole_with_the_keys_at_the_bottom() {
        Layout layout = layout(3, 2, true, 0, window(80, 12));

        assertThat(texts(layout))
                .containsExactly(
                        "task 1",
                        "task 2",
                        "task 3",
                        "",
                        "verdict 1",
                        "verdict 2",
                        "",
                        "",
                        "",
                        "",
                        "1 of 9",
                        "h hint  q quit");
        assertThat(layout.pages()).isEqualTo(1);
    }

    @Test
    void no_window_hides_the_head_of_the_verdict_or_the_keys_and_none_overflows() {
        for (int rows = 5; rows <= 60; rows++) {
            for (int columns : new int[] {40, 80, 200}) {
                for (int page = 0; page < 9; page++) {
                    for (boolean readsUpper : new boolean[] {true, false}) {
                        Window window = window(columns, rows);
                        Layout layout = layout(40, 30, readsUpper, page, window);

                        assertThat(texts(layout))
                                .as("%s rows, page %s, reads upper %s", rows, page, readsUpper)
                                .contains("verdict 1")
                                .endsWith("1 of 9", "h hint  q quit");
                        assertThat(window.rowsOf(layout.lines())).isLessThanOrEqualTo(rows);
                    }
                }
            }
        }
    }

    @Test
    void turning_the_pages_shows_everything_that_is_read() {
        for (boolean readsUpper : new boolean[] {true, false}) {
            Window window = window(80, 20);
            List<String> seen = new ArrayList<>();
            int pages = layout(40, 30, readsUpper, 0, window).pages();
            for (int page = 0; page < pages; page++) {
                seen.addAll(texts(layout(40, 30, readsUpper, page, window)));
            }

            String word = readsUpper ? "task" : "verdict";
            assertThat(seen)
                    .containsAll(lines(word, readsUpper ? 40 : 30).stream()
                            .map(Line::text)
                            .toList());
        }
    }

    @Test
    void what_is_not_read_shrinks_and_says_how_much_there_is() {
        assertThat(texts(layout(40, 30, true, 0, window(80, 24)))).contains("  … 24 more lines");
    }

    @Test
    void a_heading_is_never_left_without_what_it_is_the_heading_of() {
        List<Line> table = new ArrayList<>(lines("verdict", 3));
        table.add(Line.of(Tone.HEADING, "expected  actual"));
        table.addAll(lines("row", 30));
        for (int rows = 8; rows <= 40; rows++) {
            for (boolean readsUpper : new boolean[] {true, false}) {
                Layout layout =
                        Layout.of(new Layout.Parts(lines("task", 20), table, FOOT, readsUpper), 0, window(80, rows));

                List<String> texts = texts(layout);
                int heading = texts.indexOf("expected  actual");
                assertThat(heading < 0 || texts.get(heading + 1).startsWith("row"))
                        .as("%s rows: %s", rows, texts)
                        .isTrue();
            }
        }
    }

    @Test
    void a_paragraph_or_a_table_goes_over_whole_if_half_a_page_is_left() {
        List<Line> text = new ArrayList<>(lines("above", 9));
        text.add(Line.EMPTY);
        text.addAll(lines("row", 6));

        Pages pages = Pages.of(text, 14, window(80, 24));

        assertThat(pages.get(0).stream().map(Line::text)).contains("above 9").doesNotContain("row 1");
        assertThat(pages.get(1).stream().map(Line::text)).startsWith("row 1").contains("row 6");
    }

    @Test
    void an_entry_of_a_list_goes_over_whole() {
        List<Line> text = new ArrayList<>(lines("above", 9));
        text.addAll(List.of(
                Line.of("· one"), Line.of("· two"), Line.of("  goes on"), Line.of("  and on"), Line.of("· three")));

        Pages pages = Pages.of(text, 13, window(80, 24));

        assertThat(pages.get(0).stream().map(Line::text)).contains("· one").doesNotContain("· two");
        assertThat(pages.get(1).stream().map(Line::text)).startsWith("· two", "  goes on", "  and on", "· three");
    }

    @Test
    void a_line_wider_than_the_window_counts_for_the_rows_it_takes() {
        List<Line> path = List.of(Line.of("x".repeat(130)));

        assertThat(window(40, 24).rowsOf(path)).isEqualTo(4);
        assertThat(window(130, 24).rowsOf(path)).isEqualTo(1);
    }

    @Test
    void a_terminal_without_a_size_gets_everything() {
        assertThat(texts(layout(40, 30, true, 0, window(0, 0)))).contains("task 40", "verdict 30");
    }
}
