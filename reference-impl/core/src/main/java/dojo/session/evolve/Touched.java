package dojo.session.evolve;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Which items of a table a request may write. */
final class Touched {
    private final String table;
    private final Set<Key> keys = new LinkedHashSet<>();

    private Touched(String table) {
        this.table = table;
    }

    static Set<Key> by(DynamoDbRequest request, String table) {
        Touched touched = new Touched(table);
        if (request instanceof PutItemRequest put) {
            touched.add(put.tableName(), put.item());
        } else if (request instanceof UpdateItemRequest update) {
            touched.add(update.tableName(), update.key());
        } else if (request instanceof DeleteItemRequest delete) {
            touched.add(delete.tableName(), delete.key());
        } else if (request instanceof TransactWriteItemsRequest transaction) {
            transaction.transactItems().forEach(touched::add);
        } else if (request instanceof BatchWriteItemRequest batch) {
            batch.requestItems().forEach((name, writes) -> writes.forEach(write -> touched.add(name, write)));
        }
        return touched.keys;
    }

    private void add(TransactWriteItem write) {
        if (write.put() != null) {
            add(write.put().tableName(), write.put().item());
        } else if (write.update() != null) {
            add(write.update().tableName(), write.update().key());
        } else if (write.delete() != null) {
            add(write.delete().tableName(), write.delete().key());
        }
    }

    private void add(String name, WriteRequest write) {
        add(
                name,
                write.putRequest() != null
                        ? write.putRequest().item()
                        : write.deleteRequest().key());
    }

    private void add(String name, Map<String, AttributeValue> item) {
        if (name.equals(table)) {
            keys.add(Key.of(item));
        }
    }
}
