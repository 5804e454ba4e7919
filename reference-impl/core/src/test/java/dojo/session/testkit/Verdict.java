package dojo.session.testkit;

/** What became of one behaviour on one subject. */
public sealed interface Verdict {
    /** The subject shows the behaviour. */
    record Kept() implements Verdict {}

    /** The subject does not show it: an {@link AssertionError} says how, another exception that it could not even be tried. */
    record Broken(Throwable by) implements Verdict {}

    /** The subject does not claim what the behaviour needs, so it was not tried. */
    record Skipped(String why) implements Verdict {}
}
