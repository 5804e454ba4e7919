package dojo.exhibits.poison;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import dojo.lab.Lab;
import dojo.lab.stream.BatchResult;
import dojo.lab.stream.StreamBatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;

/** Ten orders in a stream of one shard; the fourth cannot be read by the consumer. */
final class Queue {

    static final int ORDERS = 10;

    private static final String POISON = "ORDER#3";

    final List<String> done = new ArrayList<>();
    private final Lab lab;
    private final String table;
    int failures;

    Queue(Lab lab, String table) {
        this.lab = lab;
        this.table = table;
    }

    String stream() {
        return lab.client()
                .updateTable(update -> update.tableName(table)
                        .streamSpecification(
                                stream -> stream.streamEnabled(true).streamViewType(StreamViewType.NEW_IMAGE)))
                .tableDescription()
                .latestStreamArn();
    }

    void fill() {
        for (int i = 0; i < ORDERS; i++) {
            var order = Map.of("PK", fromS("ORDER#" + i));
            lab.client().putItem(put -> put.tableName(table).item(order));
        }
    }

    /** Throws at the poison, as a parser would. */
    BatchResult strict(StreamBatch batch) {
        batch.records().forEach(this::process);
        return BatchResult.done();
    }

    // tag::reports-the-first-failure[]
    /** Says where it stopped, so that what came before is not delivered again. */
    BatchResult reporting(StreamBatch batch) {
        for (Record record : batch.records()) {
            try {
                process(record);
            } catch (IllegalArgumentException unreadable) {
                return BatchResult.failed(record);
            }
        }
        return BatchResult.done();
    }
    // end::reports-the-first-failure[]

    private void process(Record record) {
        String order =
                Objects.requireNonNull(record.dynamodb().keys().get("PK")).s();
        if (order.equals(POISON)) {
            failures++;
            throw new IllegalArgumentException(order);
        }
        done.add(order);
    }
}
