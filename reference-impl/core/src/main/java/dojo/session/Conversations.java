package dojo.session;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        for (Turn turn : turns) {
            Position expected = positions.of(session).orElseGet(() -> open(session));
            append(session, expected, turn);
        }
    }

    /**
     * Stores turns that may have been stored before, by a call that never got its answer.
     *
     * <p>Looks for them among the latest {@code lookBack} turns, strongly consistent, and appends those missing: a
     * repetition is recognised unless more turns than that came in between. Costs a load more than {@link #append}.
     *
     * @throws IllegalStateException if a turn of the same id and another payload is stored
     */
    public void appendOnce(SessionId session, List<Turn> turns, int lookBack) {
        Map<TurnId, Turn> said = new HashMap<>();
        Position tail;
        if (memory.load(session, Window.latest(lookBack)) instanceof Loaded.Found found) {
            found.context().turns().forEach(stored -> said.put(stored.turn().id(), stored.turn()));
            tail = found.context().tail();
        } else {
            tail = open(session);
        }
        for (Turn turn : turns) {
            Turn before = said.get(turn.id());
            if (before == null) {
                tail = append(session, tail, turn);
            } else if (!before.withTokens(0).equals(turn.withTokens(0))) {
                throw usedTwice(session, turn);
            }
        }
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

    private Position append(SessionId session, Position from, Turn turn) {
        Position expected = from;
        for (int opening = 1; opening <= REOPENINGS; opening++) {
            Append answer = patient.append(expected, turn);
            if (answer instanceof Append.Mismatch) {
                throw usedTwice(session, turn);
            }
            if (answer instanceof Append.Conflict) {
                throw new IllegalStateException("Session " + session + " did not come to rest: turn " + turn.id()
                        + " followed its tail " + WALKS + " times. Too many writers; repeat the call later.");
            }
            if (!(answer instanceof Append.Closed)) {
                positions.keep(answer.positionOrThrow());
                return answer.positionOrThrow();
            }
            // The conversation was restarted elsewhere, or ended: the turn opens the new one.
            expected = open(session);
        }
        throw new IllegalStateException("Session " + session + " was restarted again and again while turn " + turn.id()
                + " was being added: repeat the call later.");
    }

    private Position open(SessionId session) {
        return tail(session).orElseGet(() -> {
            Created created = memory.create(NewSession.of(session.value()).lasting(lifetime));
            // Somebody else may have opened it between the two requests.
            return created instanceof Created.Live
                    ? tail(session)
                            .orElseThrow(() -> new IllegalStateException(
                                    "Session " + session + " ended while it was being opened: repeat the call."))
                    : created.positionOrThrow();
        });
    }

    private Optional<Position> tail(SessionId session) {
        return memory.load(session, Window.latest(1)) instanceof Loaded.Found found
                ? Optional.of(found.context().tail())
                : Optional.empty();
    }

    private static IllegalStateException usedTwice(SessionId session, Turn turn) {
        return new IllegalStateException("Session " + session + " holds another turn under the id " + turn.id()
                + ": give every message an id of its own, and repeat a message unchanged.");
    }
}
