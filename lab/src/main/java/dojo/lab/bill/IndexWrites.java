package dojo.lab.bill;

import dojo.lab.item.Charge;
import dojo.lab.item.IndexShape;
import dojo.lab.item.ItemSize;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What a write to an item costs in one secondary index, found by comparing the item's entry before and after.
 *
 * <p>An entry that appears, disappears or changes is one write; one whose key changes is deleted and put, so two; one
 * that stays as it was costs nothing, whatever happened to the rest of the item.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/GSI.html">Global secondary indexes</a>
 */
final class IndexWrites {

    private IndexWrites() {}

    /** A charge for each entry written; none if the entry stays as it was. */
    static Stream<Charge> charges(
            String table, IndexShape index, Map<String, AttributeValue> before, Map<String, AttributeValue> after) {
        Map<String, AttributeValue> oldEntry = index.entry(before);
        Map<String, AttributeValue> newEntry = index.entry(after);
        if (oldEntry.equals(newEntry)) {
            return Stream.empty();
        }
        if (!index.keyOf(oldEntry).equals(index.keyOf(newEntry))) {
            return Stream.of(oldEntry, newEntry)
                    .filter(entry -> !entry.isEmpty())
                    .map(entry -> charge(table, index, entry, WriteUnits.forBytes(ItemSize.bytes(entry))));
        }
        double units = WriteUnits.forChange(ItemSize.bytes(oldEntry), ItemSize.bytes(newEntry));
        return Stream.of(charge(table, index, newEntry, units));
    }

    private static Charge charge(String table, IndexShape index, Map<String, AttributeValue> entry, double units) {
        return Charge.write(table, index, units, index.keyOf(entry));
    }
}
