package dojo.lab.item;

import dojo.lab.store.Store;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

/** Asks the store each time: it may hold items that we never wrote, and others may write to it. */
final class Asking implements Memory {

    private static final int INTERNAL = 500;

    @Override
    public Map<String, AttributeValue> current(ItemKey key, Store leader) {
        return read(key, leader);
    }

    /** The whole item, strongly consistent; empty if it is not there or cannot be. */
    static Map<String, AttributeValue> read(ItemKey key, Store store) {
        return read(key, true, store);
    }

    /** Every attribute of the item; empty if it is not there or cannot be. */
    static Map<String, AttributeValue> read(ItemKey key, boolean consistent, Store store) {
        try {
            var request = GetItemRequest.builder()
                    .tableName(key.table())
                    .key(key.attributes())
                    .consistentRead(consistent)
                    .build();
            return ((GetItemResponse) store.execute(request)).item();
        } catch (DynamoDbException e) {
            // A key the table cannot have: the caller's own request is refused next, in the service's words.
            return Map.of();
        }
    }

    @Override
    public Collection<Map<String, AttributeValue>> all(String table, Store leader) {
        return scan(table, leader);
    }

    /** Every item of the table, strongly consistent; nothing if there is no such table. */
    static Collection<Map<String, AttributeValue>> scan(String table, Store store) {
        List<Map<String, AttributeValue>> items = new ArrayList<>();
        ScanRequest.Builder scan = ScanRequest.builder().tableName(table).consistentRead(true);
        try {
            ScanResponse page;
            do {
                page = (ScanResponse) store.execute(scan.build());
                items.addAll(page.items());
                scan.exclusiveStartKey(page.lastEvaluatedKey());
            } while (!page.lastEvaluatedKey().isEmpty());
        } catch (DynamoDbException e) {
            // No such table has no items; half a table must not pass for a whole one.
            if (e.statusCode() >= INTERNAL || !items.isEmpty()) {
                throw e;
            }
        }
        return items;
    }

    @Override
    public void note(ItemKey key, Map<String, AttributeValue> after) {}

    @Override
    public void drop(String table) {}
}
