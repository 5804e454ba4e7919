package dojo.lab.stream;

import software.amazon.awssdk.services.dynamodb.model.Record;

/**
 * What a poller delivers to; as with AWS Lambda, at least once, and so it must not mind a record that comes again.
 *
 * <p>An exception fails the whole batch. An {@link Error}, such as a failed assertion, is no failure of the handler: it
 * reaches whoever moved the clock, and the batch counts as not delivered.
 */
@FunctionalInterface
public interface StreamHandler {

    /** Processes the records in their order. */
    BatchResult handle(StreamBatch batch) throws Exception;

    /** Processes one record after the other, and reports the first one that throws. */
    static StreamHandler each(RecordHandler handler) {
        return batch -> {
            for (Record record : batch.records()) {
                try {
                    handler.handle(record);
                } catch (InterruptedException e) {
                    throw e;
                } catch (Exception e) {
                    return BatchResult.failed(record);
                }
            }
            return BatchResult.done();
        };
    }

    /** What is done to one record. */
    @FunctionalInterface
    interface RecordHandler {
        void handle(Record record) throws Exception;
    }
}
