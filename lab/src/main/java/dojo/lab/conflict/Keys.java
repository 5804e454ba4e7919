package dojo.lab.conflict;

import dojo.lab.item.ItemKey;
import dojo.lab.item.ItemWrite;
import dojo.lab.item.Items;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ExecuteTransactionRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItem;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;

/** The items that a request names; none where the key is not whole, which the store is going to refuse. */
final class Keys {

    private Keys() {}

    static Optional<ItemKey> of(ItemWrite write) {
        return whole(write.key(), write.shape().key());
    }

    /** Of each action that writes, in their order. */
    static List<Optional<ItemKey>> written(AwsRequest request, Items items) {
        return items.writes(request).stream().map(Keys::of).toList();
    }

    /** Of each action that reads, in their order. */
    static List<Optional<ItemKey>> read(TransactGetItemsRequest request, Items items) {
        return request.transactItems().stream()
                .map(TransactGetItem::get)
                .map(get -> get == null ? Optional.<ItemKey>empty() : of(get.tableName(), get.key(), items))
                .toList();
    }

    /** Of each statement, in their order; none of a statement that does not spell its key out. */
    static List<Optional<ItemKey>> stated(ExecuteTransactionRequest request, Items items) {
        return request.transactStatements().stream()
                .map(one -> stated(one.statement(), one.parameters(), items))
                .toList();
    }

    static Optional<ItemKey> stated(@Nullable String statement, List<AttributeValue> parameters, Items items) {
        return PartiQl.of(statement, parameters).flatMap(found -> of(found.table(), found.attributes(), items));
    }

    private static Optional<ItemKey> of(@Nullable String table, Map<String, AttributeValue> attributes, Items items) {
        List<String> names = items.shape(table).key();
        ItemKey key = new ItemKey(table == null ? "" : table, items.shape(table).keyOf(attributes));
        return whole(key, names);
    }

    private static Optional<ItemKey> whole(ItemKey key, List<String> names) {
        return Optional.of(key)
                .filter(found -> !names.isEmpty() && found.attributes().size() == names.size());
    }
}
