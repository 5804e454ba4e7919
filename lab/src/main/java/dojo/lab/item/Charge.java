package dojo.lab.item;

import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Units taken from one table, or from one of its indexes, and the place in it where they were taken.
 *
 * @param table the table as the caller named it, which may be by ARN
 * @param index the index that pays, or none if the table itself does
 * @param units read units or write units
 * @param key whose partition pays: the key of an item or of an index entry, the partition key alone for a page of a
 *     Query, nothing for a page of a Scan or where it is not known
 */
public record Charge(
        String table, Optional<IndexShape> index, Kind kind, double units, Map<String, AttributeValue> key) {

    /** Reads and writes are metered, and limited, apart. */
    public enum Kind {
        READ,
        WRITE
    }

    /** Read units of the table itself. */
    public static Charge read(String table, double units, Map<String, AttributeValue> key) {
        return new Charge(table, Optional.empty(), Kind.READ, units, key);
    }

    /** Write units of the table itself. */
    public static Charge write(String table, double units, Map<String, AttributeValue> key) {
        return new Charge(table, Optional.empty(), Kind.WRITE, units, key);
    }

    /** Read units of an index. */
    public static Charge read(String table, IndexShape index, double units, Map<String, AttributeValue> key) {
        return new Charge(table, Optional.of(index), Kind.READ, units, key);
    }

    /** Write units of an index. */
    public static Charge write(String table, IndexShape index, double units, Map<String, AttributeValue> key) {
        return new Charge(table, Optional.of(index), Kind.WRITE, units, key);
    }

    /** The same place, other units. */
    public Charge withUnits(double others) {
        return new Charge(table, index, kind, others, key);
    }
}
