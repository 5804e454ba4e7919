package dojo.lab.capacity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The metrics of one table or index, minute by minute, for a day. Not safe for use by several threads. */
final class Minutes {

    private static final long MINUTE = 60_000_000;
    private static final int KEPT = 1_440;

    private final TreeMap<Long, Minute> minutes = new TreeMap<>();

    void consumed(Access access, double units, long now) {
        Minute minute = at(now);
        minute.readUnits += access == Access.READ ? units : 0;
        minute.writeUnits += access == Access.WRITE ? units : 0;
    }

    void throttled(Access access, Admission refused, long now) {
        Minute minute = at(now);
        minute.readEvents += access == Access.READ ? 1 : 0;
        minute.writeEvents += access == Access.WRITE ? 1 : 0;
        String kind = access == Access.READ ? "Read" : "Write";
        minute.causes.merge(kind + refused.limit().replace("Exceeded", "ThrottleEvents"), 1L, Long::sum);
    }

    void throttledRequest(long now) {
        at(now).requests++;
    }

    List<MinuteMetrics> of(String table, Optional<String> index) {
        List<MinuteMetrics> all = new ArrayList<>();
        minutes.forEach((start, minute) -> all.add(new MinuteMetrics(
                Instant.ofEpochSecond(start * 60),
                table,
                index,
                minute.readUnits,
                minute.writeUnits,
                minute.requests,
                minute.readEvents,
                minute.writeEvents,
                Collections.unmodifiableMap(new TreeMap<>(minute.causes)))));
        return all;
    }

    private Minute at(long now) {
        Minute minute = minutes.computeIfAbsent(Math.floorDiv(now, MINUTE), start -> new Minute());
        if (minutes.size() > KEPT) {
            minutes.pollFirstEntry();
        }
        return minute;
    }

    private static final class Minute {
        private double readUnits;
        private double writeUnits;
        private long requests;
        private long readEvents;
        private long writeEvents;
        private final Map<String, Long> causes = new TreeMap<>();
    }
}
