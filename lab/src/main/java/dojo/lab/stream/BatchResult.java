package dojo.lab.stream;

import java.util.Arrays;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.Record;

/**
 * What became of a batch.
 *
 * @param failed the sequence numbers of the records that could not be processed; none if all is done
 */
public record BatchResult(List<String> failed) {

    public BatchResult {
        failed = List.copyOf(failed);
    }

    /** Every record was processed. */
    public static BatchResult done() {
        return new BatchResult(List.of());
    }

    /**
     * These records could not be processed: the batch is delivered again from the earliest of them on.
     *
     * <p>Only a poller that {@linkplain StreamPollerBuilder#reportBatchItemFailures() listens to this} does so; any
     * other takes the batch for done, as AWS Lambda does.
     */
    public static BatchResult failed(Record... records) {
        return new BatchResult(Arrays.stream(records)
                .map(record -> record.dynamodb().sequenceNumber())
                .toList());
    }
}
