package dojo.lab.stream;

import java.time.Duration;

/**
 * What a poller has done so far.
 *
 * @param invocations how often the handler was called
 * @param delivered how many records were delivered and acknowledged
 * @param errors how many calls of the handler failed, wholly or in part
 * @param lostAcknowledgements how many batches were delivered again although the handler was done with them
 * @param discarded how many records the poller gave up on
 * @param readErrors how many reads of the stream were refused, expired iterators included
 * @param iteratorAge how old the last record of a batch was when it was last delivered, for the shard where it was
 *     oldest; a shard that is blocked makes it grow
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html">Metrics of Lambda</a>
 */
public record PollerMetrics(
        long invocations,
        long delivered,
        long errors,
        long lostAcknowledgements,
        long discarded,
        long readErrors,
        Duration iteratorAge) {}
