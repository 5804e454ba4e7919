package dojo.session;

import java.util.Locale;

/**
 * What an operation consumed, as the database reported it.
 *
 * <p>A refused write is billed, but its answer carries no figure. It is counted as one write unit and makes the bill
 * {@link #atLeast}. The attempts which a client repeats on its own are not seen here.
 *
 * @param requests calls made by this library
 * @param atLeast whether the true figure may be higher
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/read-write-operations.html">AWS: read
 *     and write operations</a>
 */
public record Bill(int requests, double readUnits, double writeUnits, boolean atLeast) {
    public static final Bill ZERO = new Bill(0, 0, 0, false);

    public Bill plus(Bill more) {
        return new Bill(
                requests + more.requests,
                readUnits + more.readUnits,
                writeUnits + more.writeUnits,
                atLeast || more.atLeast);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s%d %s, %.1f RU, %.1f WU",
                atLeast ? "at least " : "",
                requests,
                requests == 1 ? "request" : "requests",
                readUnits,
                writeUnits);
    }
}
