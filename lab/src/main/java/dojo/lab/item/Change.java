package dojo.lab.item;

import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * One item that is no longer what it was.
 *
 * @param sequence its place among all changes of the store; never the same twice, and rising for each item
 * @param at when it was committed, by the clock of the lab
 * @param table the bare name of the table
 * @param key the key of the item
 * @param before the item as it was; empty if there was none
 * @param after the item as it is; empty if it was deleted
 * @param cause on whose behalf
 */
public record Change(
        long sequence,
        Instant at,
        String table,
        Map<String, AttributeValue> key,
        Map<String, AttributeValue> before,
        Map<String, AttributeValue> after,
        Cause cause) {

    /** The item that changed. */
    public ItemKey itemKey() {
        return new ItemKey(table, key);
    }
}
