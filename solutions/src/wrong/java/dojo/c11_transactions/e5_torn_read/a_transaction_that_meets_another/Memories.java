// Misconception: TransactGetItems waits until the writer is done.
// Held by: whoever knows readers from databases with locks; the SDK does not retry a cancelled transaction either
// Rejected by: a_summary_that_is_ahead_of_its_session_is_half_a_summary_too
package dojo.c11_transactions.e5_torn_read;

import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ItemResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItem;

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
        List<ItemResponse> both = read(sessionId);
        if (Items.revision(both.get(0).item()) != Items.revision(both.get(1).item())) {
            throw new IllegalStateException("META and SUMMARY of session " + sessionId + " differ in revision.");
        }
        return Items.memory(both.get(0).item(), both.get(1).item());
    }

    /** META and SUMMARY as of one moment; the summariser may be in the way. */
    private List<ItemResponse> read(String sessionId) {
        return ddb.transactGetItems(both -> both.transactItems(get(sessionId, "META"), get(sessionId, "SUMMARY")))
                .responses();
    }

    private TransactGetItem get(String sessionId, String sortKey) {
        return TransactGetItem.builder()
                .get(get -> get.tableName(table).key(Items.key(sessionId, sortKey)))
                .build();
    }
}
