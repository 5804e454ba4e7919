package dojo.c04_conditional_writes.e4_optimistic_update;

/** What became of a change. */
public sealed interface Change {
    /** The change is stored; this is the basket it led to. */
    record Saved(Basket basket) implements Change {}

    /** The session has no basket. */
    record Missing() implements Change {}

    /** Somebody else was quicker at every attempt; nothing of this change was stored. */
    record GaveUp() implements Change {}
}
