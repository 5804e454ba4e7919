package dojo.workbench.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ComparisonViewTest {
    private static final String SEVEN = "[META, TURN#000001, TURN#000002, TURN#000003, TURN#000004, TURN#000005]";
    private static final String GAPPED = "[META, TURN#000001, TURN#000002, TURN#000004, TURN#000005, TURN#000006]";

    private static String shown(String expected, String actual, int width) {
        return ComparisonView.lines(expected, actual, width).stream()
                .map(Line::text)
                .collect(Collectors.joining("\n"));
    }

    private static String numbers(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(i -> "turn " + i).collect(Collectors.joining(", ", "[", "]"));
    }

    @Test
    void short_values_stand_above_each_other_and_a_caret_shows_where_they_part() {
        assertThat(shown("7", "3", 80)).isEqualTo("  expected  7\n  actual    3");
        assertThat(shown("SESSION#42", "SESSION#-42", 80).lines())
                .containsExactly("  expected  SESSION#42", "  actual    SESSION#-42", " ".repeat(20) + "^");
    }

    @Test
    void lists_are_a_table_whose_missing_and_surplus_rows_are_marked() {
        assertThat(shown(SEVEN, GAPPED, 80).lines())
                .containsExactly(
                        "       expected     actual",
                        "       … 2 the same",
                        "    3  TURN#000002  TURN#000002",
                        "  ✗ 4  TURN#000003  –",
                        "    5  TURN#000004  TURN#000004",
                        "    6  TURN#000005  TURN#000005",
                        "  ✗ 7  –            TURN#000006");
    }

    @Test
    void a_comma_inside_an_element_or_a_field_is_no_end_of_it() {
        assertThat(shown("[Yes, three,\n No,\n Maybe]", "[Yes, three,\n Maybe,\n No]", 80))
                .contains("1  Yes, three", "✗ 2  No");
        assertThat(shown("Turn[n=1, text=Yes, three, id=7]", "Turn[n=1, text=Yes, two, id=7]", 80))
                .contains("✗ text  Yes, three  Yes, two", "id    7");
    }

    @Test
    void only_the_part_that_differs_is_marked() {
        List<Line> lines = ComparisonView.lines("[a=1, b=TURN#000007, c=3]", "[a=1, b=TURN#7, c=3]", 80);

        assertThat(lines.stream().flatMap(line -> line.spans().stream()))
                .contains(Span.of(Tone.GOOD_PART, "00000"), Span.of(Tone.BAD, "b=TURN#7"))
                .noneMatch(span -> span.tone() == Tone.BAD_PART);
    }

    @Test
    void nothing_at_all_is_a_table_too() {
        assertThat(shown("[a, b, c]", "[]", 80)).contains("✗ 1  a         –", "✗ 3  c         –");
    }

    @Test
    void records_and_maps_are_compared_field_by_field() {
        assertThat(shown("Turn[position=1, speaker=customer, text=hi]", "Turn[position=1, speaker=, text=hi]", 80))
                .contains("✗ speaker   customer  ")
                .contains("  position  1         1");
        assertThat(shown("{PK=S#1, SK=META, n=1}", "{PK=S#1, SK=META, extra=[x, y]}", 80))
                .contains("✗ n      1         –", "✗ extra  –         [x, y]");
    }

    @Test
    void a_long_list_is_folded_and_a_very_different_one_is_cut() {
        String shown = shown(numbers(1, 400), numbers(1, 400).replace("turn 200,", "turn 0,"), 80);
        assertThat(shown).contains("… 198 the same", "✗ 200  turn 200  turn 0", "… 199 the same");
        assertThat(shown.lines()).hasSizeLessThan(8);

        assertThat(shown(numbers(1, 50), numbers(101, 150), 80)).endsWith("… 40 more that differ");
    }

    @Test
    void cells_that_do_not_fit_beside_each_other_stand_above_each_other() {
        String shown = shown(SEVEN, GAPPED, 40);
        assertThat(shown).contains("✗ 4  TURN#000003  –");

        String wide =
                shown("[one that is long, two that is longer still, three]", "[one that is long, two, three]", 44);
        assertThat(wide).contains("✗ 2  expected  two that is longer", "     actual    two");
    }

    @Test
    void no_row_is_wider_than_the_window_at_any_width() {
        List<String> values =
                List.of(SEVEN, GAPPED, numbers(1, 80), "Turn[a=1, b=two words and more words, c=3]", "", "[]");
        for (int width = 40; width <= 200; width += 7) {
            int most = width;
            for (String expected : values) {
                for (String actual : values) {
                    assertThat(ComparisonView.lines(expected, actual, width))
                            .allSatisfy(line -> assertThat(line.columns()).isLessThanOrEqualTo(most));
                }
            }
        }
    }

    @Test
    void wide_characters_keep_their_columns() {
        assertThat(shown("[漫画, b, c]", "[a, b, c]", 80)).contains("✗ 1  漫画      a", "  2  b         b");
    }

    @Test
    void a_bracket_too_many_is_no_reason_to_fail() {
        assertThat(shown("[a), b]], c", "[[a, b", 80)).contains("expected", "actual");
    }
}
