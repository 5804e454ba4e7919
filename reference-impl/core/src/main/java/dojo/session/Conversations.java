package dojo.session;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Conversations addressed by their id alone, for frameworks which hand over messages and know no positions.
 *
 * <p>Sessions are opened when something is first said, as guests' sessions, and end a lifetime after that. Positions
 * are kept in this process, for the conversations used lately; several processes may serve one conversation, none of
 * their turns gets lost, and all see the same order. Thread-safe.
 */
public final class Conversations {
    private static final int KEPT_POSITIONS = 10_000;
    private static final int WALKS = 50;
    private static final int REOPENINGS = 3;
    private static final Pause STEP_BACK = Pause.jittered(Duration.ofMillis(20), ThreadLocalRandom::current);

    private final SessionMemory memory;
    private final Duration lifetime;
    private final PatientAppend patient;
    private final Positions positions = new Positions(KEPT_POSITIONS);

    private Conversations(SessionMemory memory, Duration lifetime) {
        this.memory = memory;
        this.lifetime = lifetime;
        this.patient = PatientAppend.to(memory, WALKS, STEP_BACK);
    }

    /** Conversations which end after {@code lifetime}, counted from their first turn. */
    public static Conversations in(SessionMemory memory, Duration lifetime) {
        return new Conversations(memory, lifetime);
    }

    /**
     * Stores turns one after the other, whoever else speaks.
     *
     * <p>Costs what the turns cost; the first of a conversation in this process also a load or a create. If one
     * throws, those before it are stored. Repeating the call then needs {@link #appendOnce}.
     *
     * @throws IllegalStateException if a turn of the same id and another payload is stored
     */
    public void append(SessionId session, List<Turn> turns) {
        turns.forEach(turn -> append(session, turn));
    }

    /**
     * Stores turns that may have been stored before, by a call that never got its answer.
     *
     * <p>Looks for them among the latest {@code lookBack} turns, strongly consistent, and appends those missing: a
     * repetition is recognised unless more turns than that came in between. Costs a load for each turn more than
     * {@link #append}.
     *
     * @throws IllegalStateException if a turn of the same id and another payload is stored
     */
    public void appendOnce(SessionId session, List<Turn> turns, int lookBack) {
        Window latest = Window.latest(lookBack).anywhere();
        turns.forEach(turn -> appendOnce(session, turn, latest));
    }

    /** The turns of a window, oldest first; none if the conversation has not begun, or has ended. */
    public List<StoredTurn> load(SessionId session, Window window) {
        if (memory.load(session, window) instanceof Loaded.Found found) {
            return found.context().turns();
        }
        return List.of();
    }

    /** Makes everything said so far invisible; what is said from now on is a new conversation under the same id. */
    public void restart(SessionId session) {
        positions.forget(session);
        memory.restart(session);
    }

    private void append(SessionId session, Turn turn) {
        Position expected = positions.of(session).orElseGet(() -> tail(session));
        for (int opening = 1; opening <= REOPENINGS; opening++) {
            if (settled(patient.append(expected, turn), session, turn)) {
                return;
            }
            expected = tail(session);
        }
        throw restless(session, turn);
    }

    private void appendOnce(SessionId session, Turn turn, Window latest) {
        for (int opening = 1; opening <= REOPENINGS; opening++) {
            // Read after it was opened, and not before: whoever opened it may have stored this very turn already.
            Context context = begun(session, latest);
            Optional<Turn> before = find(context, turn.id());
            if (before.isPresent() && !before.get().withTokens(0).equals(turn.withTokens(0))) {
                throw usedTwice(session, turn);
            }
            if (before.isPresent() || settled(patient.append(context.tail(), turn), session, turn)) {
                return;
            }
        }
        throw restless(session, turn);
    }

    /** Whether the turn is stored; if not, its log was closed: the conversation was restarted elsewhere, or ended. */
    private boolean settled(Append answer, SessionId session, Turn turn) {
        if (answer instanceof Append.Closed) {
            return false;
        }
        if (answer instanceof Append.Mismatch) {
            throw usedTwice(session, turn);
        }
        if (answer instanceof Append.Conflict) {
            throw restless(session, turn);
        }
        positions.keep(answer.positionOrThrow());
        return true;
    }

    /** Where to append a turn that is new; the conversation is opened if there is none. */
    private Position tail(SessionId session) {
        if (memory.load(session, Window.latest(1)) instanceof Loaded.Found found) {
            return found.context().tail();
        }
        Created created = open(session);
        return created instanceof Created.Live
                ? begun(session, Window.latest(1)).tail()
                : created.positionOrThrow();
    }

    private Context begun(SessionId session, Window window) {
        if (memory.load(session, window) instanceof Loaded.Found found) {
            return found.context();
        }
        open(session);
        return memory.load(session, window).contextOrThrow();
    }

    private Created open(SessionId session) {
        return memory.create(NewSession.of(session.value()).lasting(lifetime));
    }

    private static Optional<Turn> find(Context context, TurnId id) {
        return context.turns().stream()
                .map(StoredTurn::turn)
                .filter(turn -> turn.id().equals(id))
                .findFirst();
    }

    private static IllegalStateException restless(SessionId session, Turn turn) {
        return new IllegalStateException("Session " + session + " did not come to rest while turn " + turn.id()
                + " was being added: others append or restart all the time; repeat the call later.");
    }

    private static IllegalStateException usedTwice(SessionId session, Turn turn) {
        return new IllegalStateException("Session " + session + " holds another turn under the id " + turn.id()
                + ": give every message an id of its own, and repeat a message unchanged.");
    }
}
