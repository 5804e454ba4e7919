package dojo.lab.bill;

import dojo.lab.bill.Outcome.Answered;
import dojo.lab.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** BatchWriteItem: many writes in one request, each billed as if alone; those that come back unprocessed are not. */
record BatchWriteTariff(Tables tables) implements Tariff<BatchWriteItemRequest> {

    @Override
    public String asks(BatchWriteItemRequest request, Store store) {
        return Clause.tables(request.requestItems().entrySet().stream()
                .map(table -> Clause.of(table.getKey()).say(counted(table.getValue()))));
    }

    @Override
    public Outcome settle(BatchWriteItemRequest request, Store store) {
        List<ItemWrite> asked = writes(request.requestItems(), store);
        try (Images.Held items =
                tables.images().hold(asked.stream().map(ItemWrite::key).toList(), store)) {
            BatchWriteItemResponse answer = (BatchWriteItemResponse) store.execute(request);
            List<ItemWrite> done = done(asked, answer, store);
            Cost cost = Cost.sum(done.stream().map(write -> write.done(items.before(write), items.after(write))));
            Receipt receipt = Receipt.of(cost, request.returnConsumedCapacity());
            int left = asked.size() - done.size();
            return new Answered(
                    answer.toBuilder().consumedCapacity(receipt.forTables()).build(),
                    cost,
                    left == 0 ? "all done" : left + " unprocessed");
        }
    }

    private List<ItemWrite> done(List<ItemWrite> asked, BatchWriteItemResponse answer, Store store) {
        Set<String> left = writes(answer.unprocessedItems(), store).stream()
                .map(write -> write.key().canonical())
                .collect(Collectors.toSet());
        return asked.stream()
                .filter(write -> !left.contains(write.key().canonical()))
                .toList();
    }

    private List<ItemWrite> writes(Map<String, List<WriteRequest>> requests, Store store) {
        List<ItemWrite> writes = new ArrayList<>();
        requests.forEach((table, ofTable) -> {
            TableShape shape = tables.shapes().of(table, store);
            ofTable.forEach(request -> writes.add(write(table, shape, request)));
        });
        return writes;
    }

    private static ItemWrite write(String table, TableShape shape, WriteRequest request) {
        if (request.putRequest() != null) {
            return new ItemWrite(
                    ItemWrite.Kind.PUT, table, shape, request.putRequest().item());
        }
        // A request with neither is refused as a whole.
        Map<String, AttributeValue> key = request.deleteRequest() == null
                ? Map.of()
                : request.deleteRequest().key();
        return new ItemWrite(ItemWrite.Kind.DELETE, table, shape, key);
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
