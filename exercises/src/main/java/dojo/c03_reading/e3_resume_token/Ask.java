package dojo.c03_reading.e3_resume_token;

/** What a client asks for: which session, in which order, and how many turns a page has. */
public record Ask(String sessionId, boolean newestFirst, int size) {
    /** The newest turn first, as a phone shows it that scrolls up. */
    public static Ask newestFirst(String sessionId, int size) {
        return new Ask(sessionId, true, size);
    }

    /** The oldest turn first, as an export has it. */
    public static Ask oldestFirst(String sessionId, int size) {
        return new Ask(sessionId, false, size);
    }
}
