package dojo.session;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Appends in the Region that is a session's home, wherever the call comes in.
 *
 * <p>Each call is made here first; only an answer of {@link Append.Elsewhere} is followed, once. So a turn for a foreign
 * session costs one read unit here, and a way across Regions. Everything else is asked here: a load may lack what has
 * not arrived yet. Thread-safe if the memories are.
 */
public final class ForwardingSessionMemory {
    private final SessionMemory here;
    private final Map<String, SessionMemory> byRegion;

    private ForwardingSessionMemory(SessionMemory here, Map<String, SessionMemory> byRegion) {
        this.here = here;
        this.byRegion = Map.copyOf(byRegion);
    }

    /** Asks {@code here} first, and follows an answer to the memory of the Region it names. */
    public static ForwardingSessionMemory to(SessionMemory here, Map<String, SessionMemory> byRegion) {
        return new ForwardingSessionMemory(here, byRegion);
    }

    public Append append(Position expected, Turn turn) {
        return follow(memory -> memory.append(expected, turn));
    }

    public Append append(Position expected, List<Turn> turns) {
        return follow(memory -> memory.append(expected, turns));
    }

    public Append append(SessionId session, Turn turn, Scope scope) {
        return follow(memory -> memory.append(session, turn, scope));
    }

    /** If the home is no Region of ours, or has just changed again, the answer comes back as it is. */
    private Append follow(Function<SessionMemory, Append> call) {
        Append answer = call.apply(here);
        if (answer instanceof Append.Elsewhere elsewhere && byRegion.containsKey(elsewhere.home())) {
            return call.apply(byRegion.get(elsewhere.home())).after(answer.bill());
        }
        return answer;
    }
}
