package dojo.workbench.shell.child;

import dojo.lab.bill.Bill;
import dojo.lab.bill.Meter;
import dojo.lab.bill.RequestLine;
import java.util.ArrayList;
import java.util.List;

/** One bill over several labs: what was spent under earlier laws stays spent. Thread-safe. */
final class Ledger {
    private static final int KEPT = 1_000;

    private final List<RequestLine> earlier = new ArrayList<>();
    private Bill before = Bill.ZERO;
    private int place;
    private Meter meter;

    Ledger(Meter meter) {
        this.meter = meter;
    }

    /** A moment to count from. */
    record Mark(int place, Bill total) {
        static final Mark START = new Mark(0, Bill.ZERO);
    }

    /** Another lab takes over. */
    synchronized void continueWith(Meter other) {
        earlier.addAll(meter.lines());
        if (earlier.size() > KEPT) {
            earlier.subList(0, earlier.size() - KEPT).clear();
        }
        before = before.plus(meter.total());
        place += meter.mark();
        meter = other;
    }

    /** What came after the mark was not the learner's: it is on no bill. */
    synchronized void forgive(Mark mark) {
        Bill traffic = since(mark);
        before = before.plus(new Bill(-traffic.requests(), -traffic.readUnits(), -traffic.writeUnits()));
        place -= place + meter.mark() - mark.place();
    }

    synchronized Mark mark() {
        return new Mark(place + meter.mark(), total());
    }

    synchronized Bill total() {
        return before.plus(meter.total());
    }

    synchronized Bill since(Mark mark) {
        Bill now = total();
        return new Bill(
                now.requests() - mark.total().requests(),
                now.readUnits() - mark.total().readUnits(),
                now.writeUnits() - mark.total().writeUnits());
    }

    /** The latest lines after the mark, at most so many, the oldest first. */
    synchronized List<RequestLine> lines(Mark mark, int most) {
        var all = new ArrayList<>(earlier);
        all.addAll(meter.lines());
        int wanted = Math.min(most, Math.max(0, place + meter.mark() - mark.place()));
        return List.copyOf(all.subList(Math.max(0, all.size() - wanted), all.size()));
    }
}
