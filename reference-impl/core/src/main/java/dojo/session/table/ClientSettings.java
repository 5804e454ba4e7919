package dojo.session.table;

import java.time.Duration;

/**
 * How a client waits, repeats and shares connections; each number with its reason.
 *
 * <p>Short timeouts are safe here, because an append or a creation whose answer was lost may be repeated: the SDK's own
 * second attempt meets its first one, is refused, and this library recognises the item as its own. Immutable.
 *
 * @param connect how long opening a connection may take. A packet that was lost is sent again after one second; by then
 *     another attempt, on another address, is the better wait
 * @param attempt how long one attempt may take, from sending to the last byte. DynamoDB answers within milliseconds, so
 *     this is far out in the tail, and short enough for a second attempt while somebody waits. A page of 1 MB fits
 * @param call how long all attempts and the pauses between them may take together. What is over later is of no use to
 *     whoever asked, and only adds load
 * @param acquire how long to wait for a free connection. Waiting here is queueing inside your own process: a full pool
 *     should be seen at once, and the SDK's ten seconds hide it
 * @param connections the size of the pool. A load asks three things at the same time, so a third of this many loads
 *     run at once; more connections than the machine has work for cost a TLS handshake each
 * @param attempts how often one request is sent at most
 * @see <a href="https://docs.aws.amazon.com/sdk-for-java/latest/developer-guide/timeouts.html">AWS: timeouts of the
 *     SDK</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6298#section-2">RFC 6298: the first timeout is one second</a>
 */
public record ClientSettings(
        Duration connect, Duration attempt, Duration call, Duration acquire, int connections, int attempts) {
    private static final int FEWEST_CONNECTIONS = 3;

    /**
     * Refuses what cannot work.
     *
     * @throws IllegalArgumentException with the value and what to do
     */
    public ClientSettings {
        positive("connect", connect);
        positive("attempt", attempt);
        positive("call", call);
        positive("acquire", acquire);
        if (call.compareTo(attempt) < 0) {
            throw new IllegalArgumentException("A call takes at least as long as one of its attempts, got call " + call
                    + " and attempt " + attempt + ": give the call the time of all attempts together.");
        }
        if (connections < FEWEST_CONNECTIONS) {
            throw new IllegalArgumentException("A client needs at least " + FEWEST_CONNECTIONS + " connections, got "
                    + connections + ": one load asks three things at the same time.");
        }
        if (attempts < 1) {
            throw new IllegalArgumentException(
                    "A request is sent at least once, got " + attempts + " attempts: 1 means no retries.");
        }
    }

    private static void positive(String what, Duration time) {
        if (time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException("The time to " + what + " must be positive, got " + time
                    + ": start from ClientSettings.interactive().");
        }
    }

    /**
     * For requests that a person waits for: four attempts of a second each, five seconds in all.
     *
     * <p>A connection is waited for as long as making one may take, since the first request has to make one.
     *
     * <p>Four attempts from 25 ms are the SDK's announced default for DynamoDB; they are pinned because the default of
     * today makes nine, and repeats throttled requests for almost a minute.
     *
     * @see <a href="https://github.com/aws/aws-sdk-java-v2/issues/6987">aws-sdk-java-v2, issue 6987</a>
     */
    public static ClientSettings interactive() {
        return new ClientSettings(
                Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(1), 50, 4);
    }

    /** For jobs that nobody waits for, as a backfill: longer, with fewer connections, so that people go first. */
    public static ClientSettings background() {
        return new ClientSettings(
                Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(60), Duration.ofSeconds(5), 10, 8);
    }
}
