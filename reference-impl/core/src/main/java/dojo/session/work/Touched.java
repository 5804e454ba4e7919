package dojo.session.work;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * An item that a request may change, for layers that follow writes. Immutable.
 *
 * @param table where it is
 * @param attributes its key, or the whole item
 */
public record Touched(String table, Map<String, AttributeValue> attributes) {
    /** The items that a request may change, in its order; a condition that is only checked changes none, nor does a read. */
    public static List<Touched> by(DynamoDbRequest request) {
        if (request instanceof PutItemRequest put) {
            return List.of(new Touched(put.tableName(), put.item()));
        }
        if (request instanceof UpdateItemRequest update) {
            return List.of(new Touched(update.tableName(), update.key()));
        }
        if (request instanceof DeleteItemRequest delete) {
            return List.of(new Touched(delete.tableName(), delete.key()));
        }
        List<Touched> touched = new ArrayList<>();
        if (request instanceof TransactWriteItemsRequest transaction) {
            transaction.transactItems().forEach(action -> touched.addAll(in(action)));
        } else if (request instanceof BatchWriteItemRequest batch) {
            batch.requestItems().forEach((table, writes) -> writes.forEach(write -> touched.add(in(table, write))));
        }
        return List.copyOf(touched);
    }

    private static List<Touched> in(TransactWriteItem action) {
        if (action.put() != null) {
            return List.of(new Touched(action.put().tableName(), action.put().item()));
        }
        if (action.update() != null) {
            return List.of(
                    new Touched(action.update().tableName(), action.update().key()));
        }
        return action.delete() == null
                ? List.of()
                : List.of(
                        new Touched(action.delete().tableName(), action.delete().key()));
    }

    private static Touched in(String table, WriteRequest write) {
        return write.putRequest() != null
                ? new Touched(table, write.putRequest().item())
                : new Touched(table, write.deleteRequest().key());
    }
}
