// Misconception: What a transaction wrote only a transaction can read.
// Held by: whoever reads "use TransactGetItems" in the developer guide and not the bill
// Rejected by: a_quiet_session_is_read_for_one_unit
package dojo.c11_transactions.e5_torn_read;

import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
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
        for (int reads = 0; reads < MOST_READS; reads++) {
            try {
                List<ItemResponse> both = read(sessionId);
                if (Items.revision(both.get(0).item())
                        != Items.revision(both.get(1).item())) {
                    break;
                }
                return Items.memory(both.get(0).item(), both.get(1).item());
            } catch (TransactionCanceledException underWay) {
                // The summariser is about to be done.
            }
        }
        throw new IllegalStateException("META and SUMMARY of session " + sessionId + " cannot be read together.");
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
