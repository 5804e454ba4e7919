package dojo.lab.bill;

import dojo.lab.bill.ItemWrite.Kind;
import dojo.lab.bill.Outcome.Answered;
import dojo.lab.bill.Outcome.Refused;
import dojo.lab.store.Store;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * TransactWriteItems: every item twice, for prepare and commit, whether it commits or not; the indexes once.
 *
 * <p>The same token again writes nothing and pays for reading its items instead.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis.html">
 *     Transactions: how they work</a>
 */
record TransactWriteTariff(Tables tables, Replays replays) implements Tariff<TransactWriteItemsRequest> {

    @Override
    public String asks(TransactWriteItemsRequest request, Store store) {
        String actions = writes(request, store).stream()
                .map(write -> write.kind().word() + " "
                        + Clause.item(write.table(), write.key().attributes()))
                .collect(Collectors.joining("; "));
        return Brief.fold(actions, Clause.LONGEST);
    }

    @Override
    public Outcome settle(TransactWriteItemsRequest request, Store store) {
        List<ItemWrite> writes = writes(request, store);
        try (Images.Held items =
                tables.images().hold(writes.stream().map(ItemWrite::key).toList(), store)) {
            return settle(request, writes, items, store);
        }
    }

    private Outcome settle(TransactWriteItemsRequest request, List<ItemWrite> writes, Images.Held items, Store store) {
        boolean replay = replays.isReplay(request.clientRequestToken());
        try {
            var answer = (TransactWriteItemsResponse) store.execute(request);
            Cost cost = replay ? replayed(writes, items) : committed(writes, items);
            if (!replay) {
                replays.committed(request.clientRequestToken());
            }
            Receipt receipt = Receipt.ofTransaction(cost, request.returnConsumedCapacity());
            return new Answered(
                    answer.toBuilder().consumedCapacity(receipt.forTables()).build(),
                    cost,
                    replay ? "already done" : "committed");
        } catch (TransactionCanceledException e) {
            return new Refused(e, cancelled(writes, items), firstReason(e));
        }
    }

    private static Cost committed(List<ItemWrite> writes, Images.Held items) {
        return Cost.sum(writes.stream()
                .map(write ->
                        write.done(items.before(write), items.after(write)).inTransaction()));
    }

    private static Cost cancelled(List<ItemWrite> writes, Images.Held items) {
        return Cost.sum(
                writes.stream().map(write -> write.refused(items.before(write)).inTransaction()));
    }

    /** Reasons are listed by position; the first action that has one is where to look. */
    private static String firstReason(TransactionCanceledException cancelled) {
        List<CancellationReason> reasons = cancelled.cancellationReasons();
        return IntStream.range(0, reasons.size())
                .filter(i -> !"None".equals(reasons.get(i).code()))
                .mapToObj(i -> ", action " + (i + 1) + " " + reasons.get(i).code())
                .findFirst()
                .orElse("");
    }

    private static Cost replayed(List<ItemWrite> writes, Images.Held items) {
        return Cost.sum(writes.stream().map(write -> {
            double units = ReadUnits.TRANSACTIONAL.forBytes(ItemSize.bytes(items.before(write)));
            return Cost.of(Charge.read(write.table(), units));
        }));
    }

    private List<ItemWrite> writes(TransactWriteItemsRequest request, Store store) {
        return request.transactItems().stream()
                .map(action -> write(action, store))
                .toList();
    }

    private ItemWrite write(TransactWriteItem action, Store store) {
        if (action.put() != null) {
            return write(Kind.PUT, action.put().tableName(), action.put().item(), store);
        }
        if (action.update() != null) {
            return write(
                    Kind.UPDATE, action.update().tableName(), action.update().key(), store);
        }
        if (action.delete() != null) {
            return write(
                    Kind.DELETE, action.delete().tableName(), action.delete().key(), store);
        }
        if (action.conditionCheck() != null) {
            return write(
                    Kind.CHECK,
                    action.conditionCheck().tableName(),
                    action.conditionCheck().key(),
                    store);
        }
        // An action that is none of these is refused with its whole transaction, free of charge.
        return new ItemWrite(Kind.CHECK, "", TableShape.MISSING, Map.of());
    }

    private ItemWrite write(Kind kind, String table, Map<String, AttributeValue> attributes, Store store) {
        return new ItemWrite(kind, table, tables.shapes().of(table, store), attributes);
    }
}
