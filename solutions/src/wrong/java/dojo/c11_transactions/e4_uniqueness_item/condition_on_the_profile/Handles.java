// Misconception: attribute_not_exists(canonical), or canonical <> :handle, asks all items.
// Held by: the original MangaAssist write-up, append_turn and Q6: attribute_not_exists(response_id) as a
// guard for a value
// Rejected by: a_taken_handle_is_refused
package dojo.c11_transactions.e4_uniqueness_item;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Who has which handle. */
public final class Handles {
    private final DynamoDbClient ddb;
    private final String table;

    public Handles(DynamoDbClient ddb, String table) {
        this.ddb = ddb;
        this.table = table;
    }

    /** Creates the profile of a new customer. */
    public Reply register(String customerId, Handle handle) {
        return write(TransactWriteItem.builder()
                .put(Profiles.create(table, customerId, handle).put().toBuilder()
                        .conditionExpression("attribute_not_exists(PK) AND canonical <> :handle")
                        .expressionAttributeValues(Map.of(":handle", AttributeValue.fromS(handle.canonical())))
                        .build())
                .build());
    }

    /** Gives a customer another handle; the old one is free from then on. */
    public Reply rename(String customerId, Handle from, Handle to) {
        return write(Profiles.change(table, customerId, from, to));
    }

    /** Removes a customer's profile; the handle is free from then on. */
    public Reply leave(String customerId, Handle handle) {
        return write(Profiles.remove(table, customerId, handle));
    }

    private Reply write(TransactWriteItem... actions) {
        try {
            ddb.transactWriteItems(all -> all.transactItems(actions));
            return new Reply.Done();
        } catch (TransactionCanceledException cancelled) {
            return new Reply.Mismatch();
        }
    }
}
