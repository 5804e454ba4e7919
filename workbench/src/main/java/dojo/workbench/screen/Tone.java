package dojo.workbench.screen;

/** What a piece of text means; {@link Screen} decides what that looks like. */
public enum Tone {
    PLAIN(""),
    TITLE("1"),
    GOOD("32"),
    BAD("31"),
    NOTE("33"),
    QUIET("2"),
    CODE("36"),
    KEY("1;36");

    private final String sgr;

    Tone(String sgr) {
        this.sgr = sgr;
    }

    /** The parameters of the terminal's "select graphic rendition" sequence, empty for plain text. */
    String sgr() {
        return sgr;
    }
}
