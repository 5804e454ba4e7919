package dojo.lab.fault;

/** When a request goes wrong; the caller cannot tell one from the other. */
public enum Moment {
    /** It was never carried out. */
    BEFORE_COMMIT("before it was carried out"),
    /** It was carried out, or refused, and paid for: the answer is lost. */
    AFTER_COMMIT("after it was carried out");

    private final String words;

    Moment(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
