package dojo.session;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Conversations addressed by their id alone, for frameworks which hand over messages and know no positions.
 *
 * <p>Sessions are opened when something is first said, as guests' sessions, and end a lifetime after that. Positions
 * are kept in this process, for the conversations used lately; several processes may serve one conversation, none of
 * their turns gets lost, and all see the same order. Thread-safe.
 */
public final class Conversations {
    static final Pause STEP_BACK = Pause.jittered(Duration.ofMillis(20), ThreadLocalRandom::current);

    private final Talk talk;

    private Conversations(Talk talk) {
        this.talk = talk;
    }

    /** Conversations which end after {@code lifetime}, counted from their first turn. */
    public static Conversations in(SessionMemory memory, Duration lifetime) {
        return in(memory, lifetime, lifetime);
    }

    /**
     * The same, but a silence of {@code idle} ends a conversation earlier.
     *
     * @throws IllegalArgumentException if no session can live so, with the values
     */
    public static Conversations in(SessionMemory memory, Duration lifetime, Duration idle) {
        return new Conversations(new Talk(TalkSteps.of(memory, STEP_BACK), lifetime, idle));
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
        Talk.answer(talk.append(session, turns));
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
        Talk.answer(talk.appendOnce(session, turns, lookBack));
    }

    /** The turns of a window, oldest first; none if the conversation has not begun, or has ended. */
    public List<StoredTurn> load(SessionId session, Window window) {
        return Talk.answer(talk.load(session, window));
    }

    /**
     * Makes the list of a conversation exactly this one, see {@link SessionMemory#replace}; the conversation is opened
     * if there is none.
     *
     * @throws IllegalStateException if others replace the list all the time
     */
    public void replace(SessionId session, List<Turn> turns) {
        Talk.answer(talk.replace(session, turns));
    }

    /** That list, see {@link SessionMemory#current}; empty if the conversation has not begun, or has ended. */
    public List<StoredTurn> current(SessionId session) {
        return Talk.answer(talk.current(session));
    }

    /** Makes everything said so far invisible; what is said from now on is a new conversation under the same id. */
    public void restart(SessionId session) {
        Talk.answer(talk.restart(session));
    }
}
