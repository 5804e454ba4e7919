package dojo.lab.capacity;

import dojo.lab.law.Fidelity;
import dojo.lab.law.Fidelity.Level;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A table with its global secondary indexes, each with a capacity of its own. A local index has none: it uses the
 * table's.
 */
final class TableCapacity {

    @Fidelity(
            level = Level.DOCUMENTED,
            says = "A table may be switched to on-demand mode four times in 24 hours.",
            source =
                    "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/bp-switching-capacity-modes.html",
            fact = "on-demand.switches",
            unit = "switches in 24 hours")
    private static final int SWITCHES = 4;

    private static final long DAY = 86_400_000_000L;

    private final Resource table;
    private final Map<String, Resource> indexes = new ConcurrentHashMap<>();
    private final Deque<Long> switches = new ArrayDeque<>();

    TableCapacity(Resource table) {
        this.table = table;
    }

    Resource table() {
        return table;
    }

    /** The global index of this name, if it was met. */
    @Nullable
    Resource index(@Nullable String name) {
        return name == null ? null : indexes.get(name);
    }

    void put(String name, Resource index) {
        indexes.put(name, index);
    }

    void remove(String name) {
        indexes.remove(name);
    }

    List<Resource> all() {
        List<Resource> all = new ArrayList<>(List.of(table));
        indexes.keySet().stream().sorted().forEach(name -> all.add(indexes.get(name)));
        return all;
    }

    synchronized boolean maySwitchToOnDemand(long now) {
        switches.removeIf(at -> at <= now - DAY);
        return switches.size() < SWITCHES;
    }

    synchronized void switchedToOnDemand(long now) {
        switches.addLast(now);
    }
}
