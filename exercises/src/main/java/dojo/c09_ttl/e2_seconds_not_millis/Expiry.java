package dojo.c09_ttl.e2_seconds_not_millis;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

/** When sessions end: how it is written, and how what was written wrongly is put right. */
public final class Expiry {
    private static final int STEP = 10;
    /** As seconds this is the year 5138, as milliseconds 1973. */
    private static final long MILLISECONDS_FROM_HERE = 100_000_000_000L;

    private final DynamoDbClient ddb;
    private final String table;
    private final InstantSource clock;

    public Expiry(DynamoDbClient ddb, String table, InstantSource clock) {
        this.ddb = ddb;
        this.table = table;
        this.clock = clock;
    }

    /** Stores a session that ends at this instant. */
    public void store(String sessionId, Instant end) {
        AttributeValue ttl = AttributeValue.fromN(Long.toString(end.toEpochMilli()));
        ddb.putItem(put -> put.tableName(table).item(Items.session(sessionId, ttl)));
    }

    /**
     * Looks at the next ten items, and corrects each {@code ttl} by which DynamoDB would never delete.
     * Begins at the key where the last step stopped, empty at first; returns where to go on, empty at the end.
     */
    public Map<String, AttributeValue> repair(Map<String, AttributeValue> from) {
        ScanResponse page =
                ddb.scan(scan -> scan.tableName(table).limit(STEP).exclusiveStartKey(from.isEmpty() ? null : from));
        for (Map<String, AttributeValue> item : page.items()) {
            AttributeValue ttl = item.get("ttl");
            if (ttl != null && ttl.n() != null && Long.parseLong(ttl.n()) > MILLISECONDS_FROM_HERE) {
                long seconds = Long.parseLong(ttl.n()) / 1000;
                ddb.updateItem(update -> update.tableName(table)
                        .key(Items.keyOf(item))
                        .updateExpression("SET #ttl = :seconds")
                        .expressionAttributeNames(Map.of("#ttl", "ttl"))
                        .expressionAttributeValues(Map.of(":seconds", AttributeValue.fromN(Long.toString(seconds)))));
            }
        }
        return page.lastEvaluatedKey();
    }
}
