package dojo.session.handoff;

/** What a check of an export came to. */
public sealed interface Verified {
    /** It is whole, in order, and signed by a key that is known. */
    record Genuine(Manifest manifest) implements Verified {}

    /** It is not what was exported; this is the first thing that differs. */
    record Refused(Problem problem) implements Verified {}
}
