package dojo.session.langchain4j;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dojo.session.AsyncConversations;
import dojo.session.SessionId;
import dojo.session.StoredTurn;
import dojo.session.TurnId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Finds the system message in force: the latest, however long ago it was said.
 *
 * <p>If the window holds none and does not reach the beginning, turns before it are read, up to {@value #LOOK_BACK} of
 * them. How far that went is kept, for the conversations used lately, so that each turn is read once for this.
 * Thread-safe.
 */
final class SystemMessages {
    static final int LOOK_BACK = 1_000;

    private static final int MOST = 10_000;

    /** Up to which turn all were seen, and which system message was the latest until then. */
    private record Mark(long number, TurnId turn, Optional<ChatMessage> system) {}

    private final Map<SessionId, Mark> marks = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<SessionId, Mark> eldest) {
            return size() > MOST;
        }
    };

    /** @param window the latest turns, oldest first */
    CompletableFuture<Optional<ChatMessage>> inForce(
            AsyncConversations conversations, SessionId session, List<StoredTurn> window) {
        Optional<ChatMessage> here = latest(window);
        if (window.isEmpty() || here.isPresent() || window.get(0).number() == 1) {
            return CompletableFuture.completedFuture(keep(session, window, here));
        }
        return before(conversations, session, window.get(0).number(), known(session, window))
                .thenApply(earlier -> keep(session, window, earlier));
    }

    /** A mark that is of this log: a restart begins the numbers anew. */
    private synchronized Optional<Mark> known(SessionId session, List<StoredTurn> window) {
        return Optional.ofNullable(marks.get(session))
                .filter(mark -> mark.number() < window.get(0).number() || holds(window, mark));
    }

    private static boolean holds(List<StoredTurn> turns, Mark mark) {
        return turns.stream()
                .anyMatch(stored ->
                        stored.number() == mark.number() && stored.turn().id().equals(mark.turn()));
    }

    private static CompletableFuture<Optional<ChatMessage>> before(
            AsyncConversations conversations, SessionId session, long first, Optional<Mark> mark) {
        if (mark.isPresent() && mark.get().number() >= first) {
            return CompletableFuture.completedFuture(mark.get().system());
        }
        long floor = Math.max(0, first - 1 - LOOK_BACK);
        // The marked turn is read again, to know that it is still the same log.
        long from = mark.map(known -> Math.max(floor, known.number() - 1)).orElse(floor);
        return conversations.read(session, from, (int) (first - 1 - from)).thenCompose(earlier -> {
            boolean same = mark.filter(known -> holds(earlier, known)).isPresent();
            if (mark.isPresent() && !same && from > floor) {
                return before(conversations, session, first, Optional.empty());
            }
            Optional<ChatMessage> found = latest(earlier);
            return CompletableFuture.completedFuture(found.isPresent() || !same ? found : mark.flatMap(Mark::system));
        });
    }

    private synchronized Optional<ChatMessage> keep(
            SessionId session, List<StoredTurn> window, Optional<ChatMessage> system) {
        if (!window.isEmpty()) {
            StoredTurn last = window.get(window.size() - 1);
            marks.put(session, new Mark(last.number(), last.turn().id(), system));
        }
        return system;
    }

    private static Optional<ChatMessage> latest(List<StoredTurn> turns) {
        return turns.stream()
                .flatMap(stored -> MessageTurns.message(stored.turn()).stream())
                .filter(SystemMessage.class::isInstance)
                .reduce((earlier, later) -> later);
    }
}
