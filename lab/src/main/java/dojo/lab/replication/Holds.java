package dojo.lab.replication;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** What is kept from arriving on purpose. Guarded by the backlog it belongs to. */
final class Holds {

    private final Map<String, Instant> items = new HashMap<>();
    private final Map<String, Map<Replica, Instant>> indexes = new HashMap<>();
    private boolean paused;

    /** When a change arrives that would by itself be due then. */
    Instant until(String table, String key, Replica replica, Instant due) {
        Instant ofItem = items.getOrDefault(key, due);
        Instant ofIndex = indexes.getOrDefault(table, Map.of()).getOrDefault(replica, due);
        return later(due, later(ofItem, ofIndex));
    }

    void item(String key, Instant until) {
        items.merge(key, until, Holds::later);
    }

    void index(String table, Replica index, Instant until) {
        indexes.computeIfAbsent(table, name -> new HashMap<>()).merge(index, until, Holds::later);
    }

    boolean paused() {
        return paused;
    }

    void paused(boolean now) {
        paused = now;
    }

    void forgetOver(Instant now) {
        items.values().removeIf(until -> !until.isAfter(now));
        indexes.values().forEach(replicas -> replicas.values().removeIf(until -> !until.isAfter(now)));
    }

    static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
