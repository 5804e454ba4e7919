package dojo.session.chaos;

import dojo.session.SessionId;
import dojo.session.chaos.History.Look;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** The histories of all sessions of an episode, as they happen. Safe for use by many threads. */
final class Chronicle {
    private final AtomicLong ticks = new AtomicLong();
    private final AtomicLong numbers = new AtomicLong();
    private final Map<SessionId, List<Op>> ops = new LinkedHashMap<>();
    private final Map<SessionId, List<Look>> looks = new LinkedHashMap<>();

    /** The next place in the order of all beginnings and ends. */
    long tick() {
        return ticks.incrementAndGet();
    }

    synchronized Op note(SessionId session, String writer, Ask ask, Said said, Span span) {
        Op op = new Op((int) numbers.incrementAndGet(), writer, ask, said, span);
        ops.computeIfAbsent(session, first -> new ArrayList<>()).add(op);
        return op;
    }

    synchronized void note(SessionId session, Look look) {
        looks.computeIfAbsent(session, first -> new ArrayList<>()).add(look);
    }

    long operations() {
        return numbers.get();
    }

    synchronized List<History> histories() {
        return ops.entrySet().stream()
                .map(of -> new History(of.getKey(), of.getValue(), looks.getOrDefault(of.getKey(), List.of())))
                .toList();
    }
}
