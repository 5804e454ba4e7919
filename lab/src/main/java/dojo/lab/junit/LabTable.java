package dojo.lab.junit;

import dojo.lab.Lab;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * The table of one test, seen from backstage: what is done here passes no law and is on no bill.
 *
 * <p>Safe for use by many threads.
 */
public final class LabTable implements AutoCloseable {

    private static final int LARGEST_BATCH = 25;

    private final Lab lab;
    private final String name;
    private final String partitionKey;
    private final boolean ours;

    private LabTable(Lab lab, String name, String partitionKey, boolean ours) {
        this.lab = lab;
        this.name = name;
        this.partitionKey = partitionKey;
        this.ours = ours;
    }

    /** Creates a table under a new name; {@link #close()} drops it. */
    static LabTable create(Lab lab, WithTable shape) {
        String name = lab.newTableName();
        lab.backstage().createTable(TableRequest.of(name, shape));
        if (!shape.timeToLive().isEmpty()) {
            lab.backstage()
                    .updateTimeToLive(ttl -> ttl.tableName(name)
                            .timeToLiveSpecification(spec -> spec.enabled(true).attributeName(shape.timeToLive())));
        }
        return new LabTable(lab, name, shape.partitionKey(), true);
    }

    /** A table that somebody else created, and keeps. */
    static LabTable existing(Lab lab, String name, WithTable shape) {
        return new LabTable(lab, name, shape.partitionKey(), false);
    }

    /** The name to put into a request. */
    public String name() {
        return name;
    }

    /** A client that passes no law and is on no bill. */
    public DynamoDbClient backstage() {
        return lab.backstage();
    }

    /** Stores the item, replacing one with the same key. */
    public void put(Map<String, AttributeValue> item) {
        backstage().putItem(put -> put.tableName(name).item(item));
    }

    /** Stores many items, faster than one by one; their keys must differ. */
    public void putAll(List<Map<String, AttributeValue>> items) {
        for (int from = 0; from < items.size(); from += LARGEST_BATCH) {
            List<WriteRequest> batch = items.subList(from, Math.min(from + LARGEST_BATCH, items.size())).stream()
                    .map(item -> WriteRequest.builder()
                            .putRequest(put -> put.item(item))
                            .build())
                    .toList();
            backstage()
                    .batchWriteItem(BatchWriteItemRequest.builder()
                            .requestItems(Map.of(name, batch))
                            .build());
        }
    }

    /** All items, in no particular order of partition keys, each item collection in its own order. */
    public List<Map<String, AttributeValue>> items() {
        return backstage().scanPaginator(scan -> scan.tableName(name).consistentRead(true)).items().stream()
                .collect(Collectors.toList());
    }

    /** One item collection, in the order of its sort keys. */
    public List<Map<String, AttributeValue>> items(String partitionKeyValue) {
        return backstage()
                .queryPaginator(query -> query.tableName(name)
                        .consistentRead(true)
                        .keyConditionExpression("#partitionKey = :value")
                        .expressionAttributeNames(Map.of("#partitionKey", partitionKey))
                        .expressionAttributeValues(Map.of(":value", AttributeValue.fromS(partitionKeyValue))))
                .items()
                .stream()
                .collect(Collectors.toList());
    }

    /** Drops the table if this test created it. */
    @Override
    public void close() {
        if (!ours) {
            return;
        }
        try {
            backstage().deleteTable(drop -> drop.tableName(name));
        } catch (ResourceNotFoundException gone) {
            // The code under test dropped it; a check has said so, if it minds.
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
