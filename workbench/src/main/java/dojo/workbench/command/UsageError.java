package dojo.workbench.command;

/** The command line asks for something that is not there; the message is the sentence to show, exit code 2. */
public final class UsageError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UsageError(String sentence) {
        super(sentence);
    }
}
