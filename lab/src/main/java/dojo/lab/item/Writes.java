package dojo.lab.item;

import dojo.lab.item.ItemWrite.Kind;
import dojo.lab.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Which items a request is about to write, in the order in which it names them. */
record Writes(TableShapes shapes, Store store) {

    /** Nothing for requests that write no items, and for PartiQL, which does not tell without being parsed. */
    List<ItemWrite> of(AwsRequest request) {
        if (request instanceof PutItemRequest put) {
            return List.of(write(Kind.PUT, put.tableName(), put.item()));
        }
        if (request instanceof UpdateItemRequest update) {
            return List.of(write(Kind.UPDATE, update.tableName(), update.key()));
        }
        if (request instanceof DeleteItemRequest delete) {
            return List.of(write(Kind.DELETE, delete.tableName(), delete.key()));
        }
        if (request instanceof BatchWriteItemRequest batch) {
            return ofBatch(batch.requestItems());
        }
        if (request instanceof TransactWriteItemsRequest transaction) {
            return transaction.transactItems().stream().map(this::action).toList();
        }
        return List.of();
    }

    List<ItemWrite> ofBatch(Map<String, List<WriteRequest>> requests) {
        List<ItemWrite> writes = new ArrayList<>();
        requests.forEach((table, ofTable) -> ofTable.forEach(request -> writes.add(inBatch(table, request))));
        return writes;
    }

    private ItemWrite inBatch(String table, WriteRequest request) {
        if (request.putRequest() != null) {
            return write(Kind.PUT, table, request.putRequest().item());
        }
        // A request with neither is refused as a whole.
        return write(
                Kind.DELETE,
                table,
                request.deleteRequest() == null
                        ? Map.of()
                        : request.deleteRequest().key());
    }

    private ItemWrite action(TransactWriteItem action) {
        if (action.put() != null) {
            return write(Kind.PUT, action.put().tableName(), action.put().item());
        }
        if (action.update() != null) {
            return write(
                    Kind.UPDATE, action.update().tableName(), action.update().key());
        }
        if (action.delete() != null) {
            return write(
                    Kind.DELETE, action.delete().tableName(), action.delete().key());
        }
        if (action.conditionCheck() != null) {
            return write(
                    Kind.CHECK,
                    action.conditionCheck().tableName(),
                    action.conditionCheck().key());
        }
        // An action that is none of these is refused with its whole transaction, free of charge.
        return new ItemWrite(Kind.CHECK, "", TableShape.MISSING, Map.of());
    }

    private ItemWrite write(Kind kind, @Nullable String table, Map<String, AttributeValue> attributes) {
        String named = table == null ? "" : table;
        return new ItemWrite(kind, named, shapes.of(named, store), attributes);
    }
}
