package dojo.lab.bill;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Keeps a line for each request to a table, in the order in which the answers came, the latest {@value #KEPT} of them.
 *
 * <p>The sum over all of them is never lost. Safe for use by many threads.
 */
public final class Meter {

    /** More than a check can ask in its time, and few enough for a lab that is served for days. */
    private static final int KEPT = 50_000;

    private final int kept;
    private final ArrayDeque<RequestLine> lines = new ArrayDeque<>();
    private volatile Supplier<Optional<String>> whoAsks = Optional::empty;
    private int dropped;
    private Bill total = Bill.ZERO;

    public Meter() {
        this(KEPT);
    }

    Meter(int kept) {
        this.kept = kept;
    }

    /** A copy of the lines that are kept. */
    public synchronized List<RequestLine> lines() {
        return List.copyOf(lines);
    }

    /** The place to give to {@link #billSince} or {@link #linesSince} later. */
    public synchronized int mark() {
        return dropped + lines.size();
    }

    /** What all requests so far cost. */
    public synchronized Bill total() {
        return total;
    }

    /**
     * What everything after the mark cost; a refused request counts as a request.
     *
     * @throws IllegalArgumentException if the mark is so old that lines after it are gone
     */
    public Bill billSince(int mark) {
        return mark == 0 ? total() : linesSince(mark).stream().map(Meter::bill).reduce(Bill.ZERO, Bill::plus);
    }

    /**
     * A copy of the lines after the mark.
     *
     * @throws IllegalArgumentException if the mark is so old that lines after it are gone
     */
    public synchronized List<RequestLine> linesSince(int mark) {
        if (mark < dropped) {
            throw new IllegalArgumentException(
                    "Mark " + mark + " is too old: of " + mark() + " lines the meter keeps the" + " last " + kept
                            + ". Take a mark shortly before what is to be measured.");
        }
        return lines.stream().skip(mark - dropped).toList();
    }

    /**
     * Has every request from now on say who made it: its line of code, its user, whatever the caller finds out.
     *
     * @param finder is asked on the thread that makes the request, before it is done; it should be quick
     */
    public void askedBy(Supplier<Optional<String>> finder) {
        whoAsks = finder;
    }

    /** Who makes a request on this thread; for the doors, which have it done by another one. */
    public Asker asker() {
        return Asker.of(whoAsks.get());
    }

    synchronized void record(RequestLine line) {
        total = total.plus(bill(line));
        lines.addLast(line);
        if (lines.size() > kept) {
            lines.removeFirst();
            dropped++;
        }
    }

    private static Bill bill(RequestLine line) {
        return new Bill(1, line.readUnits(), line.writeUnits());
    }
}
