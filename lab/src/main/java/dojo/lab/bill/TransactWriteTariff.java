package dojo.lab.bill;

import dojo.lab.bill.Outcome.Answered;
import dojo.lab.bill.Outcome.Refused;
import dojo.lab.item.Cause;
import dojo.lab.item.Charge;
import dojo.lab.item.ItemSize;
import dojo.lab.item.ItemWrite;
import dojo.lab.item.Items;
import dojo.lab.item.Written;
import dojo.lab.item.Written.Image;
import dojo.lab.store.Store;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
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
record TransactWriteTariff(Items items, Replays replays) implements Tariff<TransactWriteItemsRequest> {

    @Override
    public String asks(TransactWriteItemsRequest request, Store store) {
        String actions = items.writes(request).stream()
                .map(write -> write.kind().word() + " "
                        + Clause.item(write.table(), write.key().attributes()))
                .collect(Collectors.joining("; "));
        return Brief.fold(actions, Clause.LONGEST);
    }

    @Override
    public Outcome settle(TransactWriteItemsRequest request, Store store) {
        boolean replay = replays.isReplay(request.clientRequestToken());
        List<ItemWrite> writes = items.writes(request);
        Written written =
                replay ? items.replay(request, writes, store) : items.write(request, writes, store, Cause.CLIENT);
        if (written.refusal().isPresent()) {
            return refused(written.refusal().get(), written.images());
        }
        Cost cost = replay ? replayed(written.images()) : committed(written.images());
        if (!replay) {
            replays.committed(request.clientRequestToken());
        }
        Receipt receipt = Receipt.ofTransaction(cost, request.returnConsumedCapacity());
        return new Answered(
                ((TransactWriteItemsResponse) written.answer())
                        .toBuilder().consumedCapacity(receipt.forTables()).build(),
                cost,
                replay ? "already done" : "committed");
    }

    private static Outcome refused(AwsServiceException refusal, List<Image> images) {
        if (!(refusal instanceof TransactionCanceledException cancelled)) {
            return new Refused(refusal, Cost.NOTHING);
        }
        return new Refused(cancelled, cancelled(images), firstReason(cancelled));
    }

    private static Cost committed(List<Image> images) {
        return Cost.sum(images.stream().map(image -> WritePrice.done(image).inTransaction()));
    }

    private static Cost cancelled(List<Image> images) {
        return Cost.sum(images.stream()
                .map(image -> WritePrice.refused(image.write(), image.before()).inTransaction()));
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

    private static Cost replayed(List<Image> images) {
        return Cost.sum(images.stream().map(image -> {
            double units = ReadUnits.TRANSACTIONAL.forBytes(ItemSize.bytes(image.before()));
            return Cost.of(Charge.read(
                    image.write().table(), units, image.write().key().attributes()));
        }));
    }
}
