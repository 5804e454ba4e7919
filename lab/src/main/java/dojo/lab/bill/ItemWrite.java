package dojo.lab.bill;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * One item to be written, whichever operation writes it.
 *
 * @param attributes the whole item for a put, the key for anything else
 */
record ItemWrite(Kind kind, String table, TableShape shape, Map<String, AttributeValue> attributes) {

    enum Kind {
        PUT,
        UPDATE,
        DELETE,
        /** A condition in a transaction: billed like a write, though it changes nothing. */
        CHECK;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    ItemKey key() {
        return new ItemKey(table, shape.keyOf(attributes));
    }

    /** The price of having happened: the larger image for the table, the changed entries for its indexes. */
    Cost done(Map<String, AttributeValue> before, Map<String, AttributeValue> after) {
        double units = WriteUnits.forChange(ItemSize.bytes(before), ItemSize.bytes(after));
        Stream<Charge> indexes = shape.indexes().stream()
                .map(index -> Charge.write(table, index, IndexWrites.units(index, before, after)))
                .filter(charge -> charge.units() > 0);
        return new Cost(
                Stream.concat(Stream.of(Charge.write(table, units)), indexes).toList());
    }

    /**
     * The price of having been refused by a condition: the larger of what is there and what a put would have stored.
     *
     * <p>AWS's pages disagree about the latter; the decision record 0010 says why we follow the larger one.
     */
    Cost refused(Map<String, AttributeValue> before) {
        long wanted = kind == Kind.PUT ? ItemSize.bytes(attributes) : 0;
        return Cost.of(Charge.write(table, WriteUnits.forChange(ItemSize.bytes(before), wanted)));
    }
}
