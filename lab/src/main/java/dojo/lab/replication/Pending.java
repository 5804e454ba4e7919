package dojo.lab.replication;

import dojo.lab.item.Change;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/** A change on its way to the replicas. Guarded by the backlog it is in. */
final class Pending {

    private final Change change;
    private final String partition;
    private final String key;
    private final Map<Replica, Arrival> arrivals = new HashMap<>();
    private Instant queuedUntil = Instant.MIN;

    /**
     * @param partition the partition key of the item, in canonical form
     * @param key its whole key, in canonical form
     */
    Pending(Change change, String partition, String key) {
        this.change = change;
        this.partition = partition;
        this.key = key;
    }

    Change change() {
        return change;
    }

    String partition() {
        return partition;
    }

    String key() {
        return key;
    }

    /** It has still to arrive at this replica. */
    void send(Replica replica, Instant due, boolean held) {
        arrivals.put(replica, new Arrival(due, held));
    }

    /** Whether there is anywhere for it to arrive. */
    boolean isSent() {
        return !arrivals.isEmpty();
    }

    /** When it is due at the replica; the start of time if it was not sent there. */
    Instant dueAt(Replica replica) {
        Arrival arrival = arrivals.get(replica);
        return arrival == null ? Instant.MIN : arrival.due;
    }

    /** Whether the replica does not know of it at this time. */
    boolean unseen(Replica replica, Instant at) {
        Arrival arrival = arrivals.get(replica);
        return arrival != null && arrival.unseen(at);
    }

    /** Whether it waits for replication to be resumed. */
    boolean heldAt(Replica replica) {
        Arrival arrival = arrivals.get(replica);
        return arrival != null && arrival.held;
    }

    /** Where it has not arrived yet, it does not before then. */
    void delay(Predicate<Replica> where, Instant now, Instant until) {
        arrivals.forEach((replica, arrival) -> {
            if (where.test(replica) && arrival.unseen(now)) {
                arrival.due = Holds.later(arrival.due, until);
            }
        });
    }

    /** Where it has not arrived yet, it does not until {@link #resume}. */
    void pause(Instant now) {
        arrivals.values().forEach(arrival -> arrival.held |= arrival.unseen(now));
    }

    /** Goes on its way again. */
    void resume(Instant now) {
        for (Arrival arrival : arrivals.values()) {
            if (arrival.held) {
                arrival.held = false;
                arrival.due = Holds.later(arrival.due, now);
            }
        }
    }

    /** Notes when it will be everywhere, as far as is known now: the end of time if it is held anywhere. */
    void queue() {
        queuedUntil = Instant.MIN;
        for (Arrival arrival : arrivals.values()) {
            queuedUntil = Holds.later(queuedUntil, arrival.held ? Instant.MAX : arrival.due);
        }
    }

    /** What was noted by {@link #queue}; never changes while it stands in a queue ordered by it. */
    Instant queuedUntil() {
        return queuedUntil;
    }

    private static final class Arrival {
        private Instant due;
        private boolean held;

        Arrival(Instant due, boolean held) {
            this.due = due;
            this.held = held;
        }

        boolean unseen(Instant at) {
            return held || due.isAfter(at);
        }
    }
}
