package dojo.lab.time;

import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** What is to happen when, the earliest first; of what is due at the same time, what was registered first. */
final class Agenda {

    /** One thing to do. */
    record Event(Instant due, long number, Runnable work) {}

    private final PriorityQueue<Event> events =
            new PriorityQueue<>(Comparator.comparing(Event::due).thenComparingLong(Event::number));
    /** Read without a lock by every request, most of which find nothing to do. */
    private volatile Instant earliest = Instant.MAX;

    private long registered;

    synchronized void add(Instant due, Runnable work) {
        events.add(new Event(due, registered++, work));
        noteEarliest();
    }

    /** The next event that is due by then, taken off the agenda, or null. */
    @Nullable
    Event take(Instant by) {
        return earliest.isAfter(by) ? null : poll(by);
    }

    /** When the next event is due; the end of time if there is none. */
    Instant earliest() {
        return earliest;
    }

    private synchronized @Nullable Event poll(Instant by) {
        Event next = events.peek();
        if (next == null || next.due().isAfter(by)) {
            return null;
        }
        events.remove();
        noteEarliest();
        return next;
    }

    private void noteEarliest() {
        Event next = events.peek();
        earliest = next == null ? Instant.MAX : next.due();
    }
}
