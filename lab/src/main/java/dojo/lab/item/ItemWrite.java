package dojo.lab.item;

import java.util.Locale;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * One item about to be written, whichever operation writes it.
 *
 * @param table the table as the caller named it, which may be by ARN
 * @param attributes the whole item for a put, the key for anything else
 */
public record ItemWrite(Kind kind, String table, TableShape shape, Map<String, AttributeValue> attributes) {

    /** What is done to the item. */
    public enum Kind {
        PUT,
        UPDATE,
        DELETE,
        /** A condition in a transaction: billed like a write, though it changes nothing. */
        CHECK;

        /** The kind in lower case, for a sentence. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Which item. */
    public ItemKey key() {
        return new ItemKey(table, shape.keyOf(attributes));
    }
}
