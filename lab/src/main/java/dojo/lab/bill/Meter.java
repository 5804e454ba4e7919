package dojo.lab.bill;

import java.util.ArrayList;
import java.util.List;

/**
 * Keeps a line for each request to a table, in the order in which the answers came.
 *
 * <p>Safe for use by many threads. It keeps every line for as long as it lives.
 */
public final class Meter {

    private final List<RequestLine> lines = new ArrayList<>();

    /** A copy of all lines so far. */
    public List<RequestLine> lines() {
        return linesSince(0);
    }

    /** The place to give to {@link #billSince} or {@link #linesSince} later. */
    public int mark() {
        synchronized (lines) {
            return lines.size();
        }
    }

    /** What everything after the mark cost; a refused request counts as a request. */
    public Bill billSince(int mark) {
        List<RequestLine> since = linesSince(mark);
        double readUnits = since.stream().mapToDouble(RequestLine::readUnits).sum();
        double writeUnits = since.stream().mapToDouble(RequestLine::writeUnits).sum();
        return new Bill(since.size(), readUnits, writeUnits);
    }

    /** A copy of the lines after the mark. */
    public List<RequestLine> linesSince(int mark) {
        synchronized (lines) {
            return List.copyOf(lines.subList(mark, lines.size()));
        }
    }

    void record(RequestLine line) {
        synchronized (lines) {
            lines.add(line);
        }
    }
}
