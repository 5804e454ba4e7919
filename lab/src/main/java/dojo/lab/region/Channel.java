package dojo.lab.region;

import dojo.lab.item.Change;
import dojo.lab.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The way from one Region to another: what has been written there and is not here yet.
 *
 * <p>A shipment leaves the queue once it has been received, so what was acknowledged is either received or in the queue.
 * Safe for use by many threads: sending takes no lock but that of the queue, since the sender holds the lock of an item.
 */
final class Channel {

    private final RegionLaw from;
    private final RegionLaw to;
    private final RegionSettings settings;
    private final Clock clock;
    /** One shipment at a time; never taken by a sender. */
    private final ReentrantLock receiving = new ReentrantLock();

    private final Map<Long, Shipment> queue = new LinkedHashMap<>();
    private final Set<String> obstacles = new LinkedHashSet<>();
    private long sent;
    private long arrived;
    private Duration total = Duration.ZERO;
    private Duration longest = Duration.ZERO;

    Channel(RegionLaw from, RegionLaw to, RegionSettings settings) {
        this.from = from;
        this.to = to;
        this.settings = settings;
        this.clock = to.site().clock();
    }

    /** Puts a change on its way; called under the lock of the item. */
    void send(Change change, Version version, GlobalTable table, boolean backfill) {
        double roll = from.site()
                .dice()
                .roll(
                        "regions",
                        from.region() + ">" + to.region(),
                        change.itemKey().canonical());
        Duration lag = settings.lag(roll);
        Instant due = clock.instant().plus(lag);
        long number;
        synchronized (queue) {
            number = ++sent;
            queue.put(number, new Shipment(number, change, version, table, lag, due, backfill));
        }
        clock.at(due, () -> arrive(number));
    }

    private void arrive(long number) {
        receiving.lock();
        try {
            Shipment shipment = ready(number);
            if (shipment != null) {
                receive(shipment);
            }
        } finally {
            receiving.unlock();
        }
    }

    private @Nullable Shipment ready(long number) {
        synchronized (queue) {
            Shipment shipment = queue.get(number);
            boolean held =
                    shipment == null || !obstacles.isEmpty() || shipment.due().isAfter(clock.instant());
            return held ? null : shipment;
        }
    }

    private void receive(Shipment shipment) {
        to.receive(shipment, from.region());
        synchronized (queue) {
            queue.remove(shipment.number());
            if (!shipment.backfill()) {
                Duration took = Duration.between(shipment.change().at(), clock.instant());
                arrived++;
                total = total.plus(took);
                longest = took.compareTo(longest) > 0 ? took : longest;
            }
        }
        to.forgetOldDeletions();
    }

    /** Receives at once whatever is under way for these tables, in the order in which it was sent. */
    void catchUp(Set<String> tables) {
        receiving.lock();
        try {
            for (Shipment shipment :
                    underWay(waiting -> tables.contains(waiting.table().name()))) {
                receive(shipment);
            }
        } finally {
            receiving.unlock();
        }
    }

    /** Holds everything up until the obstacle is removed. */
    void block(String obstacle) {
        synchronized (queue) {
            obstacles.add(obstacle);
        }
    }

    /** What was held up sets out anew if no other obstacle is left, each change with the lag that it has. */
    void unblock(String obstacle) {
        Map<Long, Instant> dues = new LinkedHashMap<>();
        synchronized (queue) {
            if (!obstacles.remove(obstacle) || !obstacles.isEmpty()) {
                return;
            }
            Instant now = clock.instant();
            queue.replaceAll((number, shipment) -> {
                if (shipment.due().isAfter(now)) {
                    return shipment;
                }
                Instant due = now.plus(shipment.lag());
                dues.put(number, due);
                return shipment.due(due);
            });
        }
        dues.forEach((number, due) -> clock.at(due, () -> arrive(number)));
    }

    /** Why nothing arrives at present; empty if it does. */
    Set<String> obstacles() {
        synchronized (queue) {
            return Set.copyOf(obstacles);
        }
    }

    /** What is under way and of interest, in the order in which it was sent. */
    List<Shipment> underWay(Predicate<Shipment> interesting) {
        synchronized (queue) {
            return queue.values().stream().filter(interesting).toList();
        }
    }

    /** When the last of what is under way is due. */
    Optional<Instant> lastDue() {
        return underWay(any -> true).stream().map(Shipment::due).max(Comparator.naturalOrder());
    }

    boolean isEmpty() {
        synchronized (queue) {
            return queue.isEmpty();
        }
    }

    /** Forgets what was on its way to a replica that is no more. */
    void drop(String table) {
        synchronized (queue) {
            queue.values().removeIf(shipment -> shipment.table().name().equals(table));
        }
    }

    ReplicationLatency latency() {
        synchronized (queue) {
            return arrived == 0
                    ? ReplicationLatency.NONE
                    : new ReplicationLatency(arrived, total.dividedBy(arrived), longest);
        }
    }
}
