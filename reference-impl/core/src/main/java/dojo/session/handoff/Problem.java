package dojo.session.handoff;

/**
 * The first thing about an export that is not as it was signed; it names places and ids, and quotes no content.
 *
 * @param line the line of the file, from 1
 * @param what a sentence: what is wrong, and what to do
 */
public record Problem(Kind kind, long line, String what) {
    /** What is wrong. */
    public enum Kind {
        /** It is no export, or no text that can be read as one. */
        UNREADABLE,
        /** It is an export in a form that this version does not know. */
        UNKNOWN_VERSION,
        /** It names a key that the reader does not have. */
        UNKNOWN_KEY,
        /** A line is not what it was when its digest was taken. */
        CHANGED,
        /** A line is missing, or stands elsewhere. */
        REORDERED,
        /** It ends too early. */
        SHORTENED,
        /** All of it fits together, but the key did not sign it. */
        FORGED
    }

    @Override
    public String toString() {
        return "line " + line + ": " + what;
    }
}
