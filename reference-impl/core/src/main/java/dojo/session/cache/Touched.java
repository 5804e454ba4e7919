package dojo.session.cache;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Which items a write may change; a condition that is only checked changes none. */
final class Touched {
    private Touched() {}

    static List<ItemKey> by(DynamoDbRequest write) {
        if (write instanceof PutItemRequest put) {
            return List.of(ItemKey.of(put.tableName(), put.item()));
        }
        if (write instanceof UpdateItemRequest update) {
            return List.of(ItemKey.of(update.tableName(), update.key()));
        }
        if (write instanceof DeleteItemRequest delete) {
            return List.of(ItemKey.of(delete.tableName(), delete.key()));
        }
        if (write instanceof TransactWriteItemsRequest transaction) {
            return transaction.transactItems().stream()
                    .map(Touched::in)
                    .flatMap(Optional::stream)
                    .toList();
        }
        List<ItemKey> keys = new ArrayList<>();
        ((BatchWriteItemRequest) write)
                .requestItems()
                .forEach((table, writes) -> writes.forEach(one -> keys.add(in(table, one))));
        return keys;
    }

    private static ItemKey in(String table, WriteRequest write) {
        return write.putRequest() != null
                ? ItemKey.of(table, write.putRequest().item())
                : ItemKey.of(table, write.deleteRequest().key());
    }

    private static Optional<ItemKey> in(TransactWriteItem action) {
        if (action.put() != null) {
            return Optional.of(ItemKey.of(action.put().tableName(), action.put().item()));
        }
        if (action.update() != null) {
            return Optional.of(
                    ItemKey.of(action.update().tableName(), action.update().key()));
        }
        return Optional.ofNullable(action.delete()).map(delete -> ItemKey.of(delete.tableName(), delete.key()));
    }
}
