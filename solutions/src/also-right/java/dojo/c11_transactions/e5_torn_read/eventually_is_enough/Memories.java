// Idea: A reader who compares revisions needs no strongly consistent read: half the price, and two gets in a batch do
// as well.
package dojo.c11_transactions.e5_torn_read;

import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

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
        for (int reads = 0; reads < MOST_READS; reads++) {
            Map<String, Map<String, AttributeValue>> items = read(sessionId);
            Map<String, AttributeValue> meta = items.getOrDefault("META", Map.of());
            Map<String, AttributeValue> summary = items.getOrDefault("SUMMARY", Map.of());
            if (Items.revision(meta) == Items.revision(summary)) {
                return Items.memory(meta, summary);
            }
        }
        throw new IllegalStateException("META and SUMMARY of session " + sessionId + " differ in revision after "
                + MOST_READS + " reads: something stored one without the other.");
    }

    /** META and SUMMARY by sort key, each as some transaction left it, and not always the same one. */
    private Map<String, Map<String, AttributeValue>> read(String sessionId) {
        return ddb
                .batchGetItem(batch -> batch.requestItems(Map.of(
                        table,
                        KeysAndAttributes.builder()
                                .keys(Items.key(sessionId, "META"), Items.key(sessionId, "SUMMARY"))
                                .build())))
                .responses()
                .get(table)
                .stream()
                .collect(Collectors.toMap(Items::sortKey, item -> item));
    }
}
