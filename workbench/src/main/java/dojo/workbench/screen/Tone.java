package dojo.workbench.screen;

/**
 * What a piece of text means; {@link Screen} decides what that looks like.
 *
 * <p>The colours are of the fixed part of the 256-colour palette, which no theme changes, and of middling lightness: the
 * sixteen named colours are whatever a theme makes of them, and its yellow or cyan is often lost on white.
 */
public enum Tone {
    PLAIN(""),
    TITLE("1"),
    GOOD("38;5;28"),
    BAD("38;5;196"),
    NOTE("38;5;130"),
    QUIET("38;5;243"),
    /** The names of columns: nothing without the rows below them. */
    HEADING("38;5;243"),
    /** The part of what was expected that is missing in what came. */
    GOOD_PART("1;4;38;5;28"),
    /** The part of what came that was not expected. */
    BAD_PART("1;4;38;5;196"),
    CODE("38;5;30"),
    KEY("1;38;5;30");

    private final String sgr;

    Tone(String sgr) {
        this.sgr = sgr;
    }

    /** The parameters of the terminal's "select graphic rendition" sequence, empty for plain text. */
    String sgr() {
        return sgr;
    }
}
