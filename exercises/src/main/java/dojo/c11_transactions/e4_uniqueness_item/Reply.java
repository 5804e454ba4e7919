package dojo.c11_transactions.e4_uniqueness_item;

/** What became of a request about a handle. */
public sealed interface Reply {
    /** All of it is stored, by this call or by an earlier one that asked for the same. */
    record Done() implements Reply {}

    /** Another customer has the handle; nothing was stored. */
    record HandleTaken() implements Reply {}

    /** The handle is free, but the customer's profile is not as the call assumes; nothing was stored. */
    record Mismatch() implements Reply {}
}
