package dojo.lab.region;

import java.time.Duration;

/**
 * How long changes took from one Region to another: the metric {@code ReplicationLatency}.
 *
 * @param changes how many arrived
 * @param average zero if none arrived
 * @param longest zero if none arrived
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/metrics-dimensions.html">Metrics and
 *     dimensions</a>
 */
public record ReplicationLatency(long changes, Duration average, Duration longest) {

    static final ReplicationLatency NONE = new ReplicationLatency(0, Duration.ZERO, Duration.ZERO);
}
