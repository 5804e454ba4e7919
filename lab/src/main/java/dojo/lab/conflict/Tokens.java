package dojo.lab.conflict;

import dojo.lab.law.Refusals;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * The client request tokens of transactions under way, and of those that committed not long ago.
 *
 * <p>Safe for use by many threads.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis.html">
 *     Transactions: how they work</a>
 */
final class Tokens {

    private sealed interface Use permits UnderWay, Finished {
        String fingerprint();
    }

    private record UnderWay(String fingerprint, long call) implements Use {}

    private record Finished(String fingerprint, long call, Instant at) implements Use {}

    private final Map<String, UnderWay> underWay = new LinkedHashMap<>();
    /** The first that finished first. */
    private final Map<String, Finished> finished = new LinkedHashMap<>();

    private final InstantSource clock;
    private final Duration window;

    Tokens(InstantSource clock, Duration window) {
        this.clock = clock;
        this.window = window;
    }

    /**
     * Begins a transaction, unless the same one has committed already.
     *
     * @param call the number of the call that asks for it
     * @return the call in which it has; empty if it begins now
     * @throws software.amazon.awssdk.awscore.exception.AwsServiceException if the token stands for other parameters, or
     *     for a transaction that is still under way
     */
    synchronized OptionalLong begin(String token, String fingerprint, long call) {
        forgetOld();
        Use use = underWay.containsKey(token) ? underWay.get(token) : finished.get(token);
        if (use != null && !use.fingerprint().equals(fingerprint)) {
            throw Refusals.idempotentParameterMismatch();
        }
        if (use instanceof UnderWay) {
            throw Refusals.transactionInProgress();
        }
        if (use instanceof Finished before) {
            return OptionalLong.of(before.call());
        }
        underWay.put(token, new UnderWay(fingerprint, call));
        return OptionalLong.empty();
    }

    /** The window of a transaction that committed opens now; one that did not may be tried again. */
    synchronized void end(String token, boolean committed) {
        UnderWay use = underWay.remove(token);
        if (use != null && committed) {
            finished.put(token, new Finished(use.fingerprint(), use.call(), clock.instant()));
        }
    }

    private void forgetOld() {
        Instant now = clock.instant();
        Iterator<Finished> oldest = finished.values().iterator();
        while (oldest.hasNext() && !now.isBefore(oldest.next().at().plus(window))) {
            oldest.remove();
        }
    }
}
