package dojo.lab.stream;

import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.Record;

/**
 * What a handler is given at a time.
 *
 * @param streamArn the stream
 * @param shardId the one shard that all the records are from
 * @param records in the order of the shard, at least one; some may have been delivered before
 */
public record StreamBatch(String streamArn, String shardId, List<Record> records) {

    public StreamBatch {
        records = List.copyOf(records);
    }
}
