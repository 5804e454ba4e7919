package dojo.lab.stream;

import java.time.Instant;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.Record;

/**
 * Records that a poller has given up on; where they are, not what they say: they can be read from the stream for as
 * long as it keeps them.
 *
 * @param condition why
 * @param streamArn the stream
 * @param shardId the shard
 * @param startSequenceNumber the first of them
 * @param endSequenceNumber the last of them
 * @param batchSize how many they are
 * @param approximateArrivalOfFirstRecord when the first was written
 * @param approximateArrivalOfLastRecord when the last was written
 * @param approximateInvokeCount how often the handler was called with them
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/services-dynamodb-errors.html">Discarded records</a>
 */
public record DiscardedBatch(
        Condition condition,
        String streamArn,
        String shardId,
        String startSequenceNumber,
        String endSequenceNumber,
        int batchSize,
        Instant approximateArrivalOfFirstRecord,
        Instant approximateArrivalOfLastRecord,
        int approximateInvokeCount) {

    /** Why a poller gives up. */
    public enum Condition {
        /** The handler failed once and then as often as it was to be tried again. */
        RETRY_ATTEMPTS_EXHAUSTED,
        /** They grew older than records were to be, or than the stream keeps any. */
        RECORD_AGE_EXCEEDED
    }

    static DiscardedBatch of(Condition condition, StreamBatch batch, int invocations) {
        List<Record> records = batch.records();
        Record first = records.get(0);
        Record last = records.get(records.size() - 1);
        return new DiscardedBatch(
                condition,
                batch.streamArn(),
                batch.shardId(),
                first.dynamodb().sequenceNumber(),
                last.dynamodb().sequenceNumber(),
                records.size(),
                first.dynamodb().approximateCreationDateTime(),
                last.dynamodb().approximateCreationDateTime(),
                invocations);
    }
}
