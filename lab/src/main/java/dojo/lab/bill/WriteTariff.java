package dojo.lab.bill;

import dojo.lab.bill.Outcome.Answered;
import dojo.lab.bill.Outcome.Refused;
import dojo.lab.item.Cause;
import dojo.lab.item.Items;
import dojo.lab.item.TableShape;
import dojo.lab.item.Written;
import dojo.lab.item.Written.Image;
import dojo.lab.store.Store;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** A write of one item: the larger of two images, its index entries, and the price of a condition that failed. */
abstract sealed class WriteTariff<Q extends AwsRequest> implements Tariff<Q>
        permits PutTariff, UpdateTariff, DeleteTariff {

    private final Items items;

    WriteTariff(Items items) {
        this.items = items;
    }

    /** The store's answer, with the receipt that the caller asked for. */
    abstract AwsResponse receipted(Q request, AwsResponse answer, Cost cost);

    final TableShape shape(@Nullable String table) {
        return items.shape(table);
    }

    @Override
    public final Outcome settle(Q request, Store store) {
        Written written = items.write(request, items.writes(request), store, Cause.CLIENT);
        Image image = written.images().get(0);
        if (written.refusal().isPresent()) {
            boolean byCondition = written.refusal().get() instanceof ConditionalCheckFailedException;
            return new Refused(
                    written.refusal().get(),
                    byCondition ? WritePrice.refused(image.write(), image.before()) : Cost.NOTHING);
        }
        Cost cost = WritePrice.done(image);
        return new Answered(receipted(request, written.answer(), cost), cost, result(image));
    }

    private static String result(Image image) {
        boolean there = !image.before().isEmpty();
        return switch (image.write().kind()) {
            case PUT -> there ? "replaced" : "stored";
            case UPDATE -> there ? "updated" : "created";
            case DELETE -> there ? "deleted" : "nothing there";
            case CHECK -> "checked";
        };
    }
}
