package dojo.c11_transactions.e5_torn_read;

/**
 * What the assistant remembers of the older turns of a session.
 *
 * @param summary what was said, in short
 * @param summarisedTo the last turn that is part of the summary; the prompt goes on with the turn after it
 */
public record Memory(String summary, int summarisedTo) {
    /** Nothing has been summarised yet. */
    public static final Memory NONE = new Memory("", 0);
}
