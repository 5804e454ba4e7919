package dojo.workbench.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToneTest {
    private static final Pattern FIXED_COLOUR = Pattern.compile("38;5;(\\d+)");
    private static final int[] CUBE = {0, 95, 135, 175, 215, 255};

    @ParameterizedTest
    @CsvSource({
        "white, ffffff",
        "black, 000000",
        "Solarized light, fdf6e3",
        "Solarized dark, 002b36",
        "VS Code dark, 1e1e1e",
        "GNOME dark, 171421",
        "Windows Terminal, 0c0c0c"
    })
    void every_tone_can_be_read_on_light_and_on_dark(String background, String rgb) {
        for (Tone tone : Tone.values()) {
            Matcher colour = FIXED_COLOUR.matcher(tone.sgr());
            if (colour.find()) { // A tone without a colour is the terminal's own text.
                double contrast = contrast(luminance(rgb(Integer.parseInt(colour.group(1)))), luminance(rgb));
                assertThat(contrast).as(tone + " on " + background).isGreaterThan(3.0); // WCAG 1.4.11
            } else {
                assertThat(tone.sgr())
                        .as(tone + " has no colour that a theme may change")
                        .doesNotContain("3");
            }
        }
    }

    private static String rgb(int index) {
        int grey = 8 + (index - 232) * 10;
        return index >= 232
                ? String.format("%02x%02x%02x", grey, grey, grey)
                : String.format(
                        "%02x%02x%02x", CUBE[(index - 16) / 36], CUBE[(index - 16) / 6 % 6], CUBE[(index - 16) % 6]);
    }

    /** Relative luminance and contrast ratio as WCAG 2.2 defines them. */
    private static double luminance(String rgb) {
        double[] weights = {0.2126, 0.7152, 0.0722};
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            double part = Integer.parseInt(rgb.substring(2 * i, 2 * i + 2), 16) / 255.0;
            sum += weights[i] * (part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4));
        }
        return sum;
    }

    private static double contrast(double one, double other) {
        return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    }
}
