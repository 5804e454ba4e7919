package dojo.lab.capacity;

import java.math.BigDecimal;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A value of a sort key, in the order in which an item collection keeps them: numbers by value, binary by unsigned
 * bytes, text by its characters.
 *
 * @param text of a binary value, its hexadecimal digits, which are in the same order
 */
record SortKey(@Nullable BigDecimal number, String text) implements Comparable<SortKey> {

    static SortKey of(AttributeValue value) {
        if (value.n() != null) {
            try {
                return new SortKey(new BigDecimal(value.n()), "");
            } catch (NumberFormatException e) {
                // The store will refuse it.
                return new SortKey(null, value.n());
            }
        }
        if (value.b() != null) {
            return new SortKey(null, HexFormat.of().formatHex(value.b().asByteArrayUnsafe()));
        }
        return new SortKey(null, value.s() == null ? "" : value.s());
    }

    @Override
    public int compareTo(SortKey other) {
        if (number != null && other.number != null) {
            return number.compareTo(other.number);
        }
        return text.compareTo(other.text);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SortKey key && compareTo(key) == 0;
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }
}
