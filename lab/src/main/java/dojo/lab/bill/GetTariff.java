package dojo.lab.bill;

import dojo.lab.bill.Outcome.Answered;
import dojo.lab.item.Charge;
import dojo.lab.item.ItemKey;
import dojo.lab.item.ItemSize;
import dojo.lab.item.Items;
import dojo.lab.store.Store;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;

/** GetItem: the whole item is read, whatever part of it is returned. */
record GetTariff(Items items) implements Tariff<GetItemRequest> {

    @Override
    public String asks(GetItemRequest request, Store store) {
        return Clause.of(request.tableName())
                .key(request.key())
                .strong(request.consistentRead())
                .text();
    }

    @Override
    public Outcome settle(GetItemRequest request, Store store) {
        if (request.projectionExpression() == null && !request.hasAttributesToGet()) {
            GetItemResponse answer = (GetItemResponse) store.execute(request);
            return settled(request, answer, answer.item());
        }
        ItemKey key = new ItemKey(request.tableName(), request.key());
        return items.undisturbed(
                List.of(key),
                () -> settled(
                        request,
                        (GetItemResponse) store.execute(request),
                        items.seen(key, request.consistentRead(), store)));
    }

    private static Outcome settled(GetItemRequest request, GetItemResponse answer, Map<String, AttributeValue> whole) {
        double units = ReadUnits.of(request.consistentRead()).forBytes(ItemSize.bytes(whole));
        Cost cost = Cost.of(Charge.read(request.tableName(), units, request.key()));
        Receipt receipt = Receipt.of(cost, request.returnConsumedCapacity());
        GetItemResponse receipted = answer.toBuilder()
                .consumedCapacity(receipt.forTable(request.tableName()))
                .build();
        return new Answered(receipted, cost, whole.isEmpty() ? "nothing there" : "found");
    }
}
