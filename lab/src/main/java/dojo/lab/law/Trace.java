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
    private final Deque<TraceLine> lines = new ArrayDeque<>();

    public Trace(InstantSource clock) {
        this.clock = clock;
    }

    /** Notes a decision about a call. */
    public void say(Call call, String law, String words) {
        add(new TraceLine(call.number(), clock.instant(), law, words));
    }

    /** Notes something that happened on its own. */
    public void say(String law, String words) {
        add(new TraceLine(0, clock.instant(), law, words));
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
