package dojo.lab.bill;

import dojo.lab.bill.Outcome.Answered;
import dojo.lab.bill.Outcome.Refused;
import dojo.lab.store.Store;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** A write of one item: the larger of two images, its index entries, and the price of a condition that failed. */
abstract sealed class WriteTariff<Q extends AwsRequest> implements Tariff<Q>
        permits PutTariff, UpdateTariff, DeleteTariff {

    private final Tables tables;

    WriteTariff(Tables tables) {
        this.tables = tables;
    }

    abstract ItemWrite write(Q request, Store store);

    /** The store's answer, with the receipt that the caller asked for. */
    abstract AwsResponse receipted(Q request, AwsResponse answer, Cost cost);

    final TableShape shape(String table, Store store) {
        return tables.shapes().of(table, store);
    }

    @Override
    public final Outcome settle(Q request, Store store) {
        ItemWrite write = write(request, store);
        try (Images.Held items = tables.images().hold(List.of(write.key()), store)) {
            return settle(request, write, items, store);
        }
    }

    private Outcome settle(Q request, ItemWrite write, Images.Held items, Store store) {
        Map<String, AttributeValue> before = items.before(write);
        try {
            AwsResponse answer = store.execute(request);
            Cost cost = write.done(before, items.after(write));
            return new Answered(receipted(request, answer, cost), cost, result(write.kind(), before));
        } catch (ConditionalCheckFailedException e) {
            return new Refused(e, write.refused(before));
        }
    }

    private static String result(ItemWrite.Kind kind, Map<String, AttributeValue> before) {
        boolean there = !before.isEmpty();
        return switch (kind) {
            case PUT -> there ? "replaced" : "stored";
            case UPDATE -> there ? "updated" : "created";
            case DELETE -> there ? "deleted" : "nothing there";
            case CHECK -> "checked";
        };
    }
}
