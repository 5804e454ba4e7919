package dojo.c09_ttl.e4_erase_with_receipt;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Erases all sessions of a customer. */
public final class Eraser {
    private final DynamoDbClient ddb;
    private final String table;
    private final Copies copies;
    private final InstantSource clock;

    public Eraser(DynamoDbClient ddb, String table, Copies copies, InstantSource clock) {
        this.ddb = ddb;
        this.table = table;
        this.copies = copies;
        this.clock = clock;
    }

    /** Deletes every item of every session now; the same call again goes on where an earlier one stopped. */
    public Receipt erase(String customerId) {
        Map<String, Integer> counts = new HashMap<>();
        for (Map<String, AttributeValue> member : keys("CUSTOMER#" + customerId)) {
            delete(member, counts);
            keys(Items.sessionOf(member)).forEach(key -> delete(key, counts));
        }
        Instant finishedAt = clock.instant();
        return new Receipt(counts, finishedAt, copies.after(finishedAt));
    }

    private List<Map<String, AttributeValue>> keys(String partitionKey) {
        return ddb
                .queryPaginator(query -> query.tableName(table)
                        .keyConditionExpression("PK = :pk")
                        .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS(partitionKey))))
                .items()
                .stream()
                .map(Items::keyOf)
                .toList();
    }

    private void delete(Map<String, AttributeValue> key, Map<String, Integer> counts) {
        ddb.deleteItem(delete -> delete.tableName(table).key(key));
        counts.merge(Items.kind(key), 1, Integer::sum);
    }
}
