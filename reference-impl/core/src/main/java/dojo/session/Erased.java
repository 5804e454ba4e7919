package dojo.session;

import java.util.Set;

/** What became of the wish to forget; every answer carries its bill. */
public sealed interface Erased {
    Bill bill();

    /** The receipt, or an exception that says why there is none yet. */
    default ErasureReceipt receiptOrThrow() {
        throw new IllegalStateException("The erasure is not finished, the answer was " + this
                + ": deal with this kind of answer before asking for a receipt.");
    }

    /** Nothing is left to erase; repeating the call gives the same receipt, as long as its traces are kept. */
    record Done(ErasureReceipt receipt, Bill bill) implements Erased {
        @Override
        public ErasureReceipt receiptOrThrow() {
            return receipt;
        }
    }

    /** There was more than one call erases: call again, until it is done. */
    record Underway(Bill bill) implements Erased {}

    /** What is at home in these Regions is not erased yet: call the memories there as well, and then this one again. */
    record Elsewhere(Set<String> regions, Bill bill) implements Erased {
        public Elsewhere {
            regions = Set.copyOf(regions);
        }
    }

    /** The session is no guest's: erase the customer. */
    record Owned(CustomerId customer, Bill bill) implements Erased {}
}
