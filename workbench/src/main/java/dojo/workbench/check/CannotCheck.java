package dojo.workbench.check;

/** The submission could not be graded, through no fault of its own; the message is the sentence to show. */
public final class CannotCheck extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CannotCheck(String sentence) {
        super(sentence);
    }
}
