// Misconception: What is read with ConsistentRead is of one moment, item by item or together.
// Held by: the original MangaAssist write-up, Q3: a strong read for "read-after-write flows", whatever else was
// written with it
// Rejected by: half_of_a_summary_is_never_seen
package dojo.c11_transactions.e5_torn_read;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reads what the assistant remembers. */
public final class Memories {
    private final DynamoDbClient ddb;
    private final String table;

    public Memories(DynamoDbClient ddb, String table) {
        this.ddb = ddb;
        this.table = table;
    }

    /** The summary of a session and how far it goes, as one transaction stored them. */
    public Memory load(String sessionId) {
        return Items.memory(get(sessionId, "META"), get(sessionId, "SUMMARY"));
    }

    private Map<String, AttributeValue> get(String sessionId, String sortKey) {
        return ddb.getItem(get ->
                        get.tableName(table).key(Items.key(sessionId, sortKey)).consistentRead(true))
                .item();
    }
}
