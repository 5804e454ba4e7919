package dojo.lab.bill;

/**
 * What a piece of work cost: requests to tables, read units and write units.
 *
 * <p>Units come in halves, which a {@code double} holds exactly, so bills can be compared with {@code equals}.
 */
public record Bill(int requests, double readUnits, double writeUnits) {

    /** Nothing asked, nothing owed. */
    public static final Bill ZERO = new Bill(0, 0, 0);

    /** Both bills on one sheet. */
    public Bill plus(Bill other) {
        return new Bill(requests + other.requests, readUnits + other.readUnits, writeUnits + other.writeUnits);
    }

    @Override
    public String toString() {
        return requests + (requests == 1 ? " request, " : " requests, ") + Units.text(readUnits) + " RU, "
                + Units.text(writeUnits) + " WU";
    }
}
