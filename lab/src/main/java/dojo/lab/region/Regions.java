package dojo.lab.region;

import dojo.lab.bill.ReplicationBill;
import dojo.lab.item.Change;
import dojo.lab.law.Fidelity;
import dojo.lab.law.Fidelity.Level;
import dojo.lab.law.Trace;
import dojo.lab.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The Regions of a lab, what is under way between them, and how to hold it up.
 *
 * <p>Safe for use by many threads.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/V2globaltables_HowItWorks.html">How
 *     DynamoDB global tables work</a>
 */
@Fidelity(
        level = Level.DOCUMENTED,
        says =
                "A Region that is cut off keeps serving eventually consistent tables; what it wrote is replicated when it"
                        + " is back.",
        source = RegionSettings.HOW_IT_WORKS)
@Fidelity(
        level = Level.OUR_MODEL,
        says = "When replication goes on after a pause, each change that was held up takes its lag once more.")
public final class Regions {

    private static final String PAUSED = "paused";
    private static final String LAW = "regions";

    private record Route(String from, String to) {}

    private final RegionSettings settings;
    private final Clock clock;
    private final Trace trace;
    private final Map<String, RegionLaw> laws = new LinkedHashMap<>();
    private final Map<Route, Channel> channels = new LinkedHashMap<>();
    private final Map<String, GlobalTable> tables = new ConcurrentHashMap<>();
    private final Set<String> isolated = ConcurrentHashMap.newKeySet();
    private final AtomicLong created = new AtomicLong();
    private final InFlight inFlight = new InFlight();

    /**
     * Connects the Regions.
     *
     * @param laws the law of each Region, the home Region first
     */
    public Regions(RegionSettings settings, List<RegionLaw> laws, Clock clock, Trace trace) {
        this.settings = settings;
        this.clock = clock;
        this.trace = trace;
        laws.forEach(law -> this.laws.put(law.region(), law));
        for (RegionLaw from : laws) {
            for (RegionLaw to : laws) {
                if (from != to) {
                    channels.put(new Route(from.region(), to.region()), new Channel(from, to, settings));
                }
            }
            from.join(this);
        }
    }

    /** The names of the Regions, the home Region first. */
    public List<String> names() {
        return List.copyOf(laws.keySet());
    }

    /** From now on nothing that is written in the one Region reaches the other. */
    public void pause(String from, String to) {
        channel(from, to).block(PAUSED);
        trace.say(LAW, "replication from " + from + " to " + to + " is paused");
    }

    /** Lets replication go on after a pause; without a pause nothing happens. */
    public void resume(String from, String to) {
        Channel channel = channel(from, to);
        trace.say(
                LAW, "replication from " + from + " to " + to + " goes on, changes to catch up: " + pending(from, to));
        channel.unblock(PAUSED);
    }

    /**
     * Cuts the Region off from all others.
     *
     * <p>It goes on serving eventually consistent tables by itself; of strongly consistent ones it refuses writes and
     * strongly consistent reads, while the others go on as long as they are a majority.
     */
    public void isolate(String region) {
        String known = law(region).region();
        isolated.add(known);
        channels.forEach((route, channel) -> {
            if (route.from().equals(known) || route.to().equals(known)) {
                channel.block(known + " isolated");
            }
        });
        trace.say(LAW, known + " is cut off from the other Regions");
    }

    /** Connects an isolated Region again. */
    public void rejoin(String region) {
        String known = law(region).region();
        isolated.remove(known);
        trace.say(LAW, known + " is connected to the other Regions again");
        channels.values().forEach(channel -> channel.unblock(known + " isolated"));
    }

    /** Why nothing from the one Region arrives in the other; empty if it does. */
    public Set<String> heldUp(String from, String to) {
        return channel(from, to).obstacles();
    }

    /** How many changes written in the one Region have not reached the other. */
    public int pending(String from, String to) {
        return channel(from, to).underWay(shipment -> !shipment.backfill()).size();
    }

    /** What was acknowledged in the one Region and has not reached the other, in the order of its commits. */
    public List<Change> unreplicated(String from, String to) {
        return channel(from, to).underWay(shipment -> !shipment.backfill()).stream()
                .map(Shipment::change)
                .toList();
    }

    /** What was acknowledged in the Region and has not reached every other one, in the order of its commits. */
    public List<Change> unreplicated(String from) {
        Map<Long, Change> found = new TreeMap<>();
        others(law(from).region())
                .forEach(to -> unreplicated(from, to).forEach(change -> found.put(change.sequence(), change)));
        return List.copyOf(found.values());
    }

    /** How long changes took from the one Region to the other. */
    public ReplicationLatency latency(String from, String to) {
        return channel(from, to).latency();
    }

    /** What replication from other Regions has cost in this one. */
    public ReplicationBill bill(String region) {
        return law(region).meter().bill();
    }

    /**
     * Lets time pass until everything written in the one Region has reached the other: the first half of a planned
     * switch.
     *
     * @throws IllegalStateException if replication is held up, so that it never would
     */
    public void drain(String from, String to) {
        Channel channel = channel(from, to);
        for (Optional<Instant> due = channel.lastDue(); due.isPresent(); due = channel.lastDue()) {
            if (!channel.obstacles().isEmpty()) {
                throw new IllegalStateException("Replication from " + from + " to " + to + " is held up ("
                        + String.join(", ", channel.obstacles())
                        + "), so nothing will arrive. Call resume or rejoin first.");
            }
            Duration left = Duration.between(clock.instant(), due.get());
            int waiting = pending(from, to);
            clock.advance(left.isNegative() ? Duration.ZERO : left);
            if (left.isNegative() && pending(from, to) == waiting) {
                throw new IllegalStateException(waiting + " changes from " + from + " to " + to
                        + " were due and did not arrive; an event of the clock has failed.");
            }
        }
    }

    /** The law of the Region. */
    RegionLaw law(String region) {
        RegionLaw law = laws.get(region);
        if (law == null) {
            throw new IllegalArgumentException("There is no Region '" + region + "' in this lab; its Regions are "
                    + String.join(", ", laws.keySet()) + ".");
        }
        return law;
    }

    boolean has(String region) {
        return laws.containsKey(region);
    }

    RegionSettings settings() {
        return settings;
    }

    InFlight inFlight() {
        return inFlight;
    }

    Optional<GlobalTable> table(String name) {
        return Optional.ofNullable(tables.get(name));
    }

    /** Those of the named tables that are strongly consistent and have a replica in the Region. */
    Set<String> strong(Set<String> names, String region) {
        Set<String> strong = new LinkedHashSet<>();
        names.forEach(name -> table(name)
                .filter(GlobalTable::strong)
                .filter(table -> table.replicas().contains(region))
                .ifPresent(table -> strong.add(table.name())));
        return strong;
    }

    boolean anyTable() {
        return !tables.isEmpty();
    }

    /** Makes a table global, or adds replicas to it. */
    GlobalTable extend(String name, RegionSettings.Mode mode, Set<String> replicas, Optional<String> witness) {
        GlobalTable table = tables.compute(
                name,
                (any, known) -> known != null
                        ? known.with(replicas)
                        : new GlobalTable(name, created.incrementAndGet(), mode, replicas, witness));
        trace.say(LAW, name + " has replicas in " + String.join(", ", table.replicas()));
        return table;
    }

    /** Takes a replica out of its global table, which ends with the last but one. */
    void shrink(String name, String region) {
        if (table(name).filter(table -> table.replicas().contains(region)).isEmpty()) {
            return;
        }
        GlobalTable left = tables.compute(
                name, (any, known) -> Objects.requireNonNull(known).without(region));
        others(region).forEach(from -> channel(from, region).drop(name));
        law(region).versions().drop(name);
        trace.say(LAW, name + " has no replica in " + region + " any more");
        if (left.replicas().size() < 2) {
            tables.remove(name);
            left.replicas().forEach(last -> law(last).versions().drop(name));
        }
    }

    /** Sends a change to all other replicas of its table; called under the lock of the item. */
    void send(RegionLaw from, Change change, Version version, GlobalTable table) {
        for (String to : table.replicas()) {
            if (!to.equals(from.region())) {
                channel(from.region(), to).send(change, version, table, false);
            }
        }
    }

    Channel channel(String from, String to) {
        Channel channel = channels.get(new Route(from, to));
        if (channel == null) {
            throw new IllegalArgumentException(
                    "There is no replication from '" + from + "' to '" + to + "'; the Regions of this lab are "
                            + String.join(", ", laws.keySet()) + ". Name two different ones.");
        }
        return channel;
    }

    List<String> others(String region) {
        List<String> others = new ArrayList<>(laws.keySet());
        others.remove(region);
        return others;
    }

    /** Whether nothing is under way to the Region. */
    boolean nothingUnderWayTo(String region) {
        return others(region).stream().allMatch(from -> channel(from, region).isEmpty());
    }

    /** Whether the Region and those it can reach are a majority of those that have a say. */
    boolean hasMajority(String region, GlobalTable table) {
        long reached = isolated.contains(region)
                ? 1
                : table.voters().stream()
                        .filter(voter -> !isolated.contains(voter))
                        .count();
        return 2 * reached > Settings.STRONG_MEMBERS;
    }

    /** Brings the Region up to all that was acknowledged anywhere. */
    void catchUp(String region, Set<String> strongTables) {
        others(region).forEach(from -> channel(from, region).catchUp(strongTables));
    }
}
