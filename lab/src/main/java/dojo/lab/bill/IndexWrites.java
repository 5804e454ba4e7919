package dojo.lab.bill;

import java.util.Map;
import java.util.Objects;
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

    static double units(IndexShape index, Map<String, AttributeValue> before, Map<String, AttributeValue> after) {
        Map<String, AttributeValue> oldEntry = index.entry(before);
        Map<String, AttributeValue> newEntry = index.entry(after);
        if (oldEntry.equals(newEntry)) {
            return 0;
        }
        if (oldEntry.isEmpty() || newEntry.isEmpty() || !sameKey(index, oldEntry, newEntry)) {
            return units(oldEntry) + units(newEntry);
        }
        return WriteUnits.forChange(ItemSize.bytes(oldEntry), ItemSize.bytes(newEntry));
    }

    private static boolean sameKey(
            IndexShape index, Map<String, AttributeValue> oldEntry, Map<String, AttributeValue> newEntry) {
        return index.key().stream().allMatch(name -> Objects.equals(oldEntry.get(name), newEntry.get(name)));
    }

    private static double units(Map<String, AttributeValue> entry) {
        return entry.isEmpty() ? 0 : WriteUnits.forBytes(ItemSize.bytes(entry));
    }
}
