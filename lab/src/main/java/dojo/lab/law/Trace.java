package dojo.lab.law;

import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Why things went as they did: what the laws decided, in order, the latest {@value #KEPT} lines.
 *
 * <p>Safe for use by many threads.
 */
public final class Trace {

    private static final int KEPT = 10_000;

    private final InstantSource clock;
    private final Deque<TraceLine> lines;
    /** Stands before the name of each law. */
    private final String where;

    public Trace(InstantSource clock) {
        this(clock, new ArrayDeque<>(), "");
    }

    private Trace(InstantSource clock, Deque<TraceLine> lines, String where) {
        this.clock = clock;
        this.lines = lines;
        this.where = where;
    }

    /** The same trace, for the laws of one Region of several: they are named with their Region. */
    public Trace in(String region) {
        return new Trace(clock, lines, region + " ");
    }

    /** Notes a decision about a call. */
    public void say(Call call, String law, String words) {
        add(new TraceLine(call.number(), clock.instant(), where + law, words));
    }

    /** Notes something that happened on its own. */
    public void say(String law, String words) {
        add(new TraceLine(0, clock.instant(), where + law, words));
    }

    /** A copy of the lines, the oldest first. */
    public List<TraceLine> lines() {
        synchronized (lines) {
            return List.copyOf(lines);
        }
    }

    /** What was decided about the call of this number. */
    public List<TraceLine> why(long call) {
        return lines().stream().filter(line -> line.call() == call).toList();
    }

    private void add(TraceLine line) {
        synchronized (lines) {
            lines.addLast(line);
            if (lines.size() > KEPT) {
                lines.removeFirst();
            }
        }
    }
}
