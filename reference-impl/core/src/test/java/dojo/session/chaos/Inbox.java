package dojo.session.chaos;

import dojo.session.NewSession;
import dojo.session.Position;
import dojo.session.Scope;
import dojo.session.SessionId;
import dojo.session.Turn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Queue messages: each is delivered at least once, to whoever takes it, and perhaps again long after.
 *
 * <p>Safe for use by many threads.
 */
final class Inbox {
    private static final int LOOKS = 12;

    /** Work to be done; all that is left of it when a process dies. */
    sealed interface Message {
        SessionId session();
    }

    /**
     * Turns to append after a position, which is kept as a word.
     *
     * @param follow whether the turn makes sense wherever it lands
     */
    record Say(SessionId session, List<Turn> turns, String token, boolean follow) implements Message {
        Say {
            turns = List.copyOf(turns);
        }
    }

    /** A turn whose sender knows no position. */
    record SayOnce(SessionId session, Turn turn, Scope scope) implements Message {}

    record Open(NewSession wish) implements Message {
        @Override
        public SessionId session() {
            return wish.id();
        }
    }

    /** @param settled whether it has been done, so that this is a delivery too many */
    record Delivery(Message message, Instant due, boolean settled) {}

    private final List<Delivery> waiting = new ArrayList<>();
    private final Map<SessionId, String> lately = new HashMap<>();

    /** What a front end passes on with its messages: where the session stood when it was last heard of. */
    synchronized void hear(Position position) {
        lately.put(position.session(), position.token());
    }

    /** That position is of a log which is closed. */
    synchronized void unhear(SessionId session, String token) {
        lately.remove(session);
    }

    synchronized Optional<String> heard(SessionId session) {
        return Optional.ofNullable(lately.get(session));
    }

    synchronized void put(Delivery delivery) {
        waiting.add(delivery);
    }

    /** One of those that are due, in no order. */
    synchronized Optional<Delivery> take(SplittableRandom random, Instant now) {
        for (int look = 0; look < LOOKS && !waiting.isEmpty(); look++) {
            int index = random.nextInt(waiting.size());
            if (!waiting.get(index).due().isAfter(now)) {
                return Optional.of(remove(index));
            }
        }
        return Optional.empty();
    }

    /** One that has not been done yet, due or not. */
    synchronized Optional<Delivery> takeOpen() {
        for (int index = 0; index < waiting.size(); index++) {
            if (!waiting.get(index).settled()) {
                return Optional.of(remove(index));
            }
        }
        return Optional.empty();
    }

    private Delivery remove(int index) {
        Delivery taken = waiting.get(index);
        Delivery last = waiting.remove(waiting.size() - 1);
        if (index < waiting.size()) {
            waiting.set(index, last);
        }
        return taken;
    }
}
