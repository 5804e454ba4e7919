package dojo.lab.capacity;

import dojo.lab.law.Fidelity;
import dojo.lab.law.Fidelity.Level;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What CloudWatch would show of a table or an index for one minute.
 *
 * @param throttledRequests requests with at least one throttling event; a batch only if all of it was throttled; always
 *     0 for an index, whose refusals are counted at its table
 * @param causes the throttling events by metric, such as {@code WriteKeyRangeThroughputThrottleEvents}
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/metrics-dimensions.html">Metrics and
 *     dimensions</a>
 */
@Fidelity(
        level = Level.DOCUMENTED,
        says = "ThrottledRequests counts requests with a throttling event, a batch only if all of it was throttled; the"
                + " throttle events count each refused access to a table or an index.",
        source = "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/metrics-dimensions.html")
public record MinuteMetrics(
        Instant minute,
        String table,
        Optional<String> index,
        double consumedReadUnits,
        double consumedWriteUnits,
        long throttledRequests,
        long readThrottleEvents,
        long writeThrottleEvents,
        Map<String, Long> causes) {}
