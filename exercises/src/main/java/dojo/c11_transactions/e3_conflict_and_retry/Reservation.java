package dojo.c11_transactions.e3_conflict_and_retry;

/** What became of an attempt to reserve a copy. */
public sealed interface Reservation {
    /** The copy is reserved for this order, by this call or by an earlier one. */
    record Reserved() implements Reservation {}

    /** There is no copy left; nothing was stored. */
    record SoldOut() implements Reservation {}
}
