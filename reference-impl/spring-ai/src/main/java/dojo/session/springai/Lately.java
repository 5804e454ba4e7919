package dojo.session.springai;

import dojo.session.SessionId;
import java.util.LinkedHashMap;
import java.util.Map;

/** Sessions this process has lately had to do with; the oldest are forgotten. Thread-safe. */
final class Lately {
    private final Map<SessionId, Boolean> sessions;

    Lately(int most) {
        this.sessions = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<SessionId, Boolean> eldest) {
                return size() > most;
            }
        };
    }

    synchronized boolean contains(SessionId session) {
        return sessions.get(session) != null;
    }

    synchronized void add(SessionId session) {
        sessions.put(session, true);
    }

    synchronized void remove(SessionId session) {
        sessions.remove(session);
    }
}
