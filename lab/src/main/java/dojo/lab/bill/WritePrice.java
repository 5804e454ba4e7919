package dojo.lab.bill;

import dojo.lab.item.Charge;
import dojo.lab.item.ItemSize;
import dojo.lab.item.ItemWrite;
import dojo.lab.item.Written.Image;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What one item of a write costs, whichever operation writes it. */
final class WritePrice {

    private WritePrice() {}

    /** The price of having happened: the larger image for the table, the changed entries for its indexes. */
    static Cost done(Image image) {
        ItemWrite write = image.write();
        double units = WriteUnits.forChange(ItemSize.bytes(image.before()), ItemSize.bytes(image.after()));
        Stream<Charge> indexes = write.shape().indexes().stream()
                .flatMap(index -> IndexWrites.charges(write.table(), index, image.before(), image.after()));
        return new Cost(Stream.concat(Stream.of(charge(write, units)), indexes).toList());
    }

    /**
     * The price of having been refused by a condition: the larger of what is there and what a put would have stored.
     *
     * <p>AWS's pages disagree about the latter; the decision record 0010 says why we follow the larger one.
     */
    static Cost refused(ItemWrite write, Map<String, AttributeValue> before) {
        long wanted = write.kind() == ItemWrite.Kind.PUT ? ItemSize.bytes(write.attributes()) : 0;
        return Cost.of(charge(write, WriteUnits.forChange(ItemSize.bytes(before), wanted)));
    }

    private static Charge charge(ItemWrite write, double units) {
        return Charge.write(write.table(), units, write.key().attributes());
    }
}
