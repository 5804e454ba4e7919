package dojo.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Text must be readable in both schemes: 4.5 to 1, which WCAG 2 asks for at level AA, and 3 to 1 for the parts of a chart.
 *
 * <p>Rows of a chart are told apart by lightness, dashes and marks, so that paper may be grey.
 */
class PaletteTest {

    private static final List<String> TEXT = List.of(
            "ink",
            "muted",
            "link",
            "wrong",
            "measured",
            "by-rule",
            "by-model",
            "documented",
            "code-word",
            "code-type",
            "code-text",
            "code-note",
            "code-number");

    private static final List<String> HEAT = List.of("heat-0", "heat-1", "heat-2", "heat-3", "heat-4");

    private static final Pattern COLOUR =
            Pattern.compile("--([a-z0-9-]+): light-dark\\(#([0-9a-f]{6}), #([0-9a-f]{6})\\);");

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void every_text_colour_stands_out_on_paper_and_on_a_panel(String scheme) {
        Map<String, Integer> colours = scheme(scheme);

        for (String text : TEXT) {
            for (String ground : List.of("paper", "panel")) {
                assertThat(contrast(colour(colours, text), colour(colours, ground)))
                        .as("%s on %s, %s", text, ground, scheme)
                        .isGreaterThanOrEqualTo(4.5);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void every_row_of_a_chart_stands_out_on_paper(String scheme) {
        Map<String, Integer> colours = scheme(scheme);

        for (String row : List.of("first", "second", "third", "fourth", "calm")) {
            assertThat(contrast(colour(colours, "chart-" + row), colour(colours, "paper")))
                    .as("%s, %s", row, scheme)
                    .isGreaterThanOrEqualTo(3);
        }
    }

    /** The rows of lines have dashes and marks besides; bars have nothing but their colours. */
    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void the_two_rows_of_a_bar_differ_in_lightness(String scheme) {
        Map<String, Integer> colours = scheme(scheme);

        assertThat(contrast(colour(colours, "chart-calm"), colour(colours, "chart-second")))
                .isGreaterThanOrEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void a_hotter_cell_stands_out_more(String scheme) {
        Map<String, Integer> colours = scheme(scheme);
        int paper = colour(colours, "paper");

        for (int step = 1; step < HEAT.size(); step++) {
            int cooler = colour(colours, HEAT.get(step - 1));
            int hotter = colour(colours, HEAT.get(step));
            assertThat(contrast(hotter, paper)).as(HEAT.get(step)).isGreaterThan(contrast(cooler, paper));
            assertThat(contrast(hotter, cooler)).as(HEAT.get(step)).isGreaterThanOrEqualTo(1.25);
        }
        assertThat(contrast(colour(colours, "heat-3"), paper)).isGreaterThanOrEqualTo(3);
    }

    /** On paper and in the e-book a picture has no style sheet. */
    @Test
    void a_picture_has_the_colours_of_the_light_page() {
        Map<String, Integer> light = scheme("light");

        Drawing.PALETTE.forEach((word, value) -> {
            String name = switch (word) {
                case "ink", "muted" -> word;
                case "grid" -> "rule";
                default -> word.startsWith("heat-") ? word : "chart-" + word;
            };
            assertThat(value).as(word).isEqualTo("#%06x", colour(light, name));
        });
    }

    private static Map<String, Integer> scheme(String name) {
        return colours().get(name.equals("light") ? 0 : 1);
    }

    /** Each colour is named with its value for light and for dark. */
    private static List<Map<String, Integer>> colours() {
        Map<String, Integer> light = new LinkedHashMap<>();
        Map<String, Integer> dark = new LinkedHashMap<>();
        Path css = Path.of(System.getProperty("basedir", "."), "book", "book.css");
        Matcher found = COLOUR.matcher(String.join("\n", Sources.lines(css)));
        while (found.find()) {
            light.put(found.group(1), Integer.parseInt(found.group(2), 16));
            dark.put(found.group(1), Integer.parseInt(found.group(3), 16));
        }
        return List.of(light, dark);
    }

    private static int colour(Map<String, Integer> colours, String name) {
        return Objects.requireNonNull(colours.get(name), name + " is named in both schemes");
    }

    private static double contrast(int one, int other) {
        double bright = Math.max(luminance(one), luminance(other));
        double dim = Math.min(luminance(one), luminance(other));
        return (bright + 0.05) / (dim + 0.05);
    }

    private static double luminance(int colour) {
        return 0.2126 * linear(colour >> 16) + 0.7152 * linear(colour >> 8) + 0.0722 * linear(colour);
    }

    private static double linear(int channel) {
        double value = (channel & 0xff) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
