package dojo.lab.bill;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the client request tokens of transactions that committed: the same token again, within ten minutes, writes
 * nothing and is billed as reads.
 *
 * <p>Safe for use by many threads. Tokens used before this lab opened are not known.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis.html">
 *     Transactions: how they work</a>
 */
final class Replays {

    private static final Duration WINDOW = Duration.ofMinutes(10);

    private final Map<String, Instant> committed = new ConcurrentHashMap<>();
    private final InstantSource clock;

    Replays(InstantSource clock) {
        this.clock = clock;
    }

    boolean isReplay(@Nullable String token) {
        Instant at = token == null ? null : committed.get(token);
        return at != null && clock.instant().isBefore(at.plus(WINDOW));
    }

    void committed(@Nullable String token) {
        if (token != null) {
            Instant now = clock.instant();
            committed.values().removeIf(at -> !now.isBefore(at.plus(WINDOW)));
            committed.put(token, now);
        }
    }
}
