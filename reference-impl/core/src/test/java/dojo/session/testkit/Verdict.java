package dojo.session.testkit;

/** What became of one behaviour on one subject. */
public sealed interface Verdict {
    /** The subject shows the behaviour. */
    record Kept() implements Verdict {}

    /** The subject does not show it. */
    record Broken(String reason) implements Verdict {}

    /** The subject does not claim what the behaviour needs, so it was not tried. */
    record Skipped(String why) implements Verdict {}
}
