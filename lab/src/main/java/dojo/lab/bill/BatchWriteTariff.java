package dojo.lab.bill;

import dojo.lab.bill.Outcome.Answered;
import dojo.lab.bill.Outcome.Refused;
import dojo.lab.item.Cause;
import dojo.lab.item.ItemWrite;
import dojo.lab.item.Items;
import dojo.lab.item.Written;
import dojo.lab.store.Store;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** BatchWriteItem: many writes in one request, each billed as if alone; those that come back unprocessed are not. */
record BatchWriteTariff(Items items) implements Tariff<BatchWriteItemRequest> {

    @Override
    public String asks(BatchWriteItemRequest request, Store store) {
        return Clause.tables(request.requestItems().entrySet().stream()
                .map(table -> Clause.of(table.getKey()).say(counted(table.getValue()))));
    }

    @Override
    public Outcome settle(BatchWriteItemRequest request, Store store) {
        List<ItemWrite> asked = items.writes(request);
        Written written = items.write(request, asked, store, Cause.CLIENT);
        if (written.refusal().isPresent()) {
            return new Refused(written.refusal().get(), Cost.NOTHING);
        }
        Cost cost = Cost.sum(written.images().stream().map(WritePrice::done));
        Receipt receipt = Receipt.of(cost, request.returnConsumedCapacity());
        int left = asked.size() - written.images().size();
        return new Answered(
                ((BatchWriteItemResponse) written.answer())
                        .toBuilder().consumedCapacity(receipt.forTables()).build(),
                cost,
                left == 0 ? "all done" : left + " unprocessed");
    }

    private static String counted(List<WriteRequest> requests) {
        long puts = requests.stream()
                .filter(request -> request.putRequest() != null)
                .count();
        long deletes = requests.size() - puts;
        return Stream.of(puts == 0 ? "" : "put " + puts, deletes == 0 ? "" : "delete " + deletes)
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(", "));
    }
}
