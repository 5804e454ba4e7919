package dojo.lab.bill;

import dojo.lab.bill.Outcome.Answered;
import dojo.lab.bill.Outcome.Refused;
import dojo.lab.item.Charge;
import dojo.lab.item.ItemKey;
import dojo.lab.item.ItemSize;
import dojo.lab.item.Items;
import dojo.lab.store.Store;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Get;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItem;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** TransactGetItems: every item read twice, each rounded by itself, whether the transaction succeeds or not. */
record TransactGetTariff(Items items) implements Tariff<TransactGetItemsRequest> {

    @Override
    public String asks(TransactGetItemsRequest request, Store store) {
        String items = gets(request).stream()
                .map(get -> Clause.item(get.tableName(), get.key()))
                .collect(Collectors.joining("; "));
        return Brief.fold(items, Clause.LONGEST);
    }

    @Override
    public Outcome settle(TransactGetItemsRequest request, Store store) {
        List<Get> gets = gets(request);
        try {
            var answer = (TransactGetItemsResponse) store.execute(request);
            Cost cost = Cost.sum(IntStream.range(0, gets.size())
                    .mapToObj(i -> cost(gets.get(i), whole(gets.get(i), answer, i))));
            Receipt receipt = Receipt.ofTransaction(cost, request.returnConsumedCapacity());
            return new Answered(
                    answer.toBuilder().consumedCapacity(receipt.forTables()).build(),
                    cost,
                    Brief.count(
                            (int) answer.responses().stream()
                                    .filter(r -> !r.item().isEmpty())
                                    .count(),
                            "item"));
        } catch (TransactionCanceledException e) {
            return new Refused(e, Cost.sum(gets.stream().map(get -> cost(get, read(get)))));
        }
    }

    private static Cost cost(Get get, Map<String, AttributeValue> item) {
        return Cost.of(Charge.read(get.tableName(), ReadUnits.TRANSACTIONAL.forBytes(ItemSize.bytes(item)), get.key()));
    }

    private Map<String, AttributeValue> whole(Get get, TransactGetItemsResponse answer, int position) {
        return get.projectionExpression() == null
                ? answer.responses().get(position).item()
                : read(get);
    }

    private Map<String, AttributeValue> read(Get get) {
        return items.current(new ItemKey(get.tableName(), get.key()));
    }

    private static List<Get> gets(TransactGetItemsRequest request) {
        return request.transactItems().stream()
                .map(TransactGetItem::get)
                // One without is refused with its whole transaction.
                .filter(Objects::nonNull)
                .toList();
    }
}
