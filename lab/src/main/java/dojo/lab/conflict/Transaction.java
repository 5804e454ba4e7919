package dojo.lab.conflict;

import java.time.Instant;

/**
 * A transaction that writes, while it is under way.
 *
 * @param number of its call; 0 for one that no client of this lab made
 * @param timestamp its place in the order of transactions
 */
record Transaction(long number, Instant timestamp) {

    String words() {
        return number == 0 ? "a foreign transaction" : "the transaction of call " + number;
    }
}
