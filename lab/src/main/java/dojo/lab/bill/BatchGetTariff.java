package dojo.lab.bill;

import dojo.lab.bill.Outcome.Answered;
import dojo.lab.item.Charge;
import dojo.lab.item.ItemKey;
import dojo.lab.item.ItemSize;
import dojo.lab.item.Items;
import dojo.lab.item.TableShapes;
import dojo.lab.store.Store;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/**
 * BatchGetItem: many reads in one request, each rounded by itself; keys that come back unprocessed are not paid for,
 * keys without an item are. Where a projection hides the items they are read again, one by one.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchGetItem.html">BatchGetItem</a>
 */
record BatchGetTariff(Items items) implements Tariff<BatchGetItemRequest> {

    @Override
    public String asks(BatchGetItemRequest request, Store store) {
        return Clause.tables(request.requestItems().entrySet().stream()
                .map(table -> Clause.of(table.getKey())
                        .say(Brief.count(table.getValue().keys().size(), "key"))
                        .strong(table.getValue().consistentRead())));
    }

    @Override
    public Outcome settle(BatchGetItemRequest request, Store store) {
        BatchGetItemResponse answer = (BatchGetItemResponse) store.execute(request);
        Cost cost = Cost.sum(request.requestItems().entrySet().stream()
                .map(table -> cost(table.getKey(), table.getValue(), answer, store)));
        Receipt receipt = Receipt.of(cost, request.returnConsumedCapacity());
        return new Answered(
                answer.toBuilder().consumedCapacity(receipt.forTables()).build(), cost, result(answer));
    }

    private Cost cost(String table, KeysAndAttributes asked, BatchGetItemResponse answer, Store store) {
        List<Map<String, AttributeValue>> processed = new ArrayList<>(asked.keys());
        ofTable(table, answer.unprocessedKeys()).ifPresent(unprocessed -> processed.removeAll(unprocessed.keys()));
        ReadUnits units = ReadUnits.of(asked.consistentRead());
        boolean projected = asked.projectionExpression() != null || asked.hasAttributesToGet();
        Map<String, Map<String, AttributeValue>> answered = projected ? Map.of() : answered(table, answer);
        return new Cost(processed.stream()
                .map(key -> {
                    ItemKey item = new ItemKey(table, key);
                    Map<String, AttributeValue> read = projected
                            ? items.seen(item, asked.consistentRead(), store)
                            : answered.getOrDefault(item.canonical(), Map.of());
                    return Charge.read(table, units.forBytes(ItemSize.bytes(read)), key);
                })
                .toList());
    }

    private Map<String, Map<String, AttributeValue>> answered(String table, BatchGetItemResponse answer) {
        Map<String, Map<String, AttributeValue>> byKey = new HashMap<>();
        for (Map<String, AttributeValue> item :
                ofTable(table, answer.responses()).orElse(List.of())) {
            byKey.put(new ItemKey(table, items.shape(table).keyOf(item)).canonical(), item);
        }
        return byKey;
    }

    /** A table asked for by its ARN is answered by its name. */
    private static <T> Optional<T> ofTable(String table, Map<String, T> answers) {
        return answers.entrySet().stream()
                .filter(answer -> TableShapes.name(answer.getKey()).equals(TableShapes.name(table)))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static String result(BatchGetItemResponse answer) {
        int found = answer.responses().values().stream().mapToInt(List::size).sum();
        int left = answer.unprocessedKeys().values().stream()
                .mapToInt(table -> table.keys().size())
                .sum();
        return Brief.count(found, "item") + (left == 0 ? "" : ", " + left + " unprocessed");
    }
}
