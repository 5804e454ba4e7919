// Idea: A plain read, and a transaction only when it shows a tear: its conflicts end when the writer does.
package dojo.c11_transactions.e5_torn_read;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ItemResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Reads what the assistant remembers. */
public final class Memories {
    private static final int MOST_READS = 10;

    private final DynamoDbClient ddb;
    private final String table;

    public Memories(DynamoDbClient ddb, String table) {
        this.ddb = ddb;
        this.table = table;
    }

    /** The summary of a session and how far it goes, as one transaction stored them. */
    public Memory load(String sessionId) {
        Map<String, Map<String, AttributeValue>> items = read(sessionId);
        Map<String, AttributeValue> meta = items.getOrDefault("META", Map.of());
        Map<String, AttributeValue> summary = items.getOrDefault("SUMMARY", Map.of());
        return Items.revision(meta) == Items.revision(summary)
                ? Items.memory(meta, summary)
                : together(sessionId, MOST_READS - 1);
    }

    private Memory together(String sessionId, int reads) {
        try {
            List<ItemResponse> both = ddb.transactGetItems(
                            all -> all.transactItems(get(sessionId, "META"), get(sessionId, "SUMMARY")))
                    .responses();
            if (Items.revision(both.get(0).item()) != Items.revision(both.get(1).item())) {
                throw new IllegalStateException("META and SUMMARY of session " + sessionId + " differ in revision.");
            }
            return Items.memory(both.get(0).item(), both.get(1).item());
        } catch (TransactionCanceledException underWay) {
            if (reads == 1) {
                throw underWay;
            }
            return together(sessionId, reads - 1);
        }
    }

    private TransactGetItem get(String sessionId, String sortKey) {
        return TransactGetItem.builder()
                .get(get -> get.tableName(table).key(Items.key(sessionId, sortKey)))
                .build();
    }

    /** META and SUMMARY by sort key, each as some transaction left it, and not always the same one. */
    private Map<String, Map<String, AttributeValue>> read(String sessionId) {
        return ddb
                .query(query -> query.tableName(table)
                        .keyConditionExpression("PK = :pk AND SK BETWEEN :meta AND :summary")
                        .expressionAttributeValues(Map.of(
                                ":pk", AttributeValue.fromS("SESSION#" + sessionId),
                                ":meta", AttributeValue.fromS("META"),
                                ":summary", AttributeValue.fromS("SUMMARY")))
                        .consistentRead(true))
                .items()
                .stream()
                .collect(Collectors.toMap(Items::sortKey, item -> item));
    }
}
