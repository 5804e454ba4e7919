package dojo.lab.bill;

import java.util.Optional;

/**
 * Units taken from one table, or from one of its indexes.
 *
 * @param table the table as the caller named it, which may be by ARN
 * @param index the index that pays, or none if the table itself does
 */
record Charge(String table, Optional<IndexShape> index, Kind kind, double units) {

    enum Kind {
        READ,
        WRITE
    }

    static Charge read(String table, double units) {
        return new Charge(table, Optional.empty(), Kind.READ, units);
    }

    static Charge write(String table, double units) {
        return new Charge(table, Optional.empty(), Kind.WRITE, units);
    }

    static Charge read(String table, IndexShape index, double units) {
        return new Charge(table, Optional.of(index), Kind.READ, units);
    }

    static Charge write(String table, IndexShape index, double units) {
        return new Charge(table, Optional.of(index), Kind.WRITE, units);
    }
}
