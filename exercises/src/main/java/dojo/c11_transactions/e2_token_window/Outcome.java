package dojo.c11_transactions.e2_token_window;

/** What became of a redemption. */
public sealed interface Outcome {
    /** The gift is noted and the points are paid, by this delivery or by an earlier one. */
    record Redeemed() implements Outcome {}

    /** Another redemption has this id already; nothing was stored. */
    record IdTaken() implements Outcome {}

    /** The id is new, but the customer has too few points; nothing was stored. */
    record NotEnoughPoints() implements Outcome {}
}
