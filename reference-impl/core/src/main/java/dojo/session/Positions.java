package dojo.session;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where this process last stood in each conversation, for the ones used lately. Thread-safe.
 *
 * <p>A position that has become old is harmless: an append from there finds its way to the tail.
 */
final class Positions {
    private final Map<SessionId, Position> lately;

    Positions(int most) {
        this.lately = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<SessionId, Position> eldest) {
                return size() > most;
            }
        };
    }

    synchronized Optional<Position> of(SessionId session) {
        return Optional.ofNullable(lately.get(session));
    }

    synchronized void keep(Position position) {
        lately.put(position.session(), position);
    }

    synchronized void forget(SessionId session) {
        lately.remove(session);
    }
}
