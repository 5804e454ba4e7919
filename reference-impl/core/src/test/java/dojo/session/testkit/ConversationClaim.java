package dojo.session.testkit;

/** What a chat memory may be unable to do, or to let the kit do. */
public enum ConversationClaim implements Claim {
    /** It recognises a message that is added again by the message's id. */
    RETRY("takes no message ids, so a repeated message is a new one"),
    /** It keeps what has left the window, and can read it: {@link ConversationSubject#everything}. */
    WHOLE_HISTORY("shows no more than its window"),
    /** Two processes may use one store: {@link ConversationSubject#anotherProcess}. */
    SEVERAL_PROCESSES("serves one process only"),
    /** Many threads of one process may use it. */
    MANY_THREADS("is not safe for use by many threads"),
    /** It runs on {@link ConversationSubject#clock}. */
    CLOCK("runs on a clock that the kit cannot move"),
    /** It lets the kit in between two requests to its database: {@link ConversationSubject#seam}. */
    SEAM("does not let the kit in between two requests");

    private final String missing;

    ConversationClaim(String missing) {
        this.missing = missing;
    }

    @Override
    public String missing() {
        return missing;
    }
}
