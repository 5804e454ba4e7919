package dojo.session;

/**
 * Appends at whatever the tail turns out to be, for turns that make sense wherever they land.
 *
 * <p>A caller whose turn answers a particular one should look at the {@link Append.Conflict} itself: its answer may
 * have become wrong. Thread-safe.
 */
public final class PatientAppend {
    private final SessionMemory memory;
    private final int walks;
    private final Pause pause;

    private PatientAppend(SessionMemory memory, int walks, Pause pause) {
        this.memory = memory;
        this.walks = walks;
        this.pause = pause;
    }

    /** Follows the tail at most {@code walks} times, then hands back the last conflict. */
    public static PatientAppend to(SessionMemory memory, int walks, Pause pause) {
        return new PatientAppend(memory, walks, pause);
    }

    /**
     * Appends, following the tail; the bill is that of all attempts.
     *
     * <p>Safe to repeat with the position of the first attempt: each refused attempt has searched the log up to the
     * tail it returned, so the searches of one call leave no place unseen between {@code expected} and the turn.
     */
    public Append append(Position expected, Turn turn) {
        Append answer = memory.append(expected, turn);
        for (int walk = 1; walk <= walks && answer instanceof Append.Conflict conflict; walk++) {
            pause.before(walk);
            answer = memory.append(conflict.tail(), turn).after(answer.bill());
        }
        return answer;
    }
}
