package dojo.session.dynamo;

import dojo.session.SessionId;
import dojo.session.StoredTurn;
import dojo.session.Window;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Collects the turns of the newest epoch, newest first, until a window is full; hands them out oldest first.
 *
 * <p>Only META knows which epoch is in force: if it is a later one than that of the turns, its log is still empty. Used
 * by one thread at a time.
 */
final class LatestTurns {
    /** With a token budget nobody knows how many turns will fit: read a few at a time. */
    private static final int PAGE_WITHIN_BUDGET = 20;

    private final Window window;
    private final Deque<StoredTurn> turns = new ArrayDeque<>();
    private long epoch;
    private long tokens;
    private long tail;
    private long oldestSeen;
    private boolean full;
    private boolean torn;

    LatestTurns(Window window) {
        this.window = window;
    }

    void add(Map<String, AttributeValue> item) {
        long itsEpoch = Keys.epoch(Items.text(item, "SK"));
        if (epoch == 0) {
            epoch = itsEpoch;
        }
        if (itsEpoch != epoch) {
            // An older log begins here; nothing of it is of interest.
            full = true;
            torn = torn || oldestSeen > 1;
            return;
        }
        long position = Items.slot(item).position();
        if (oldestSeen != 0 && position != oldestSeen - 1) {
            torn = true;
        }
        oldestSeen = position;
        if (Items.slot(item).isSeal()) {
            return;
        }
        tail = Math.max(tail, position);
        if (!full) {
            take(Items.turn(item));
        }
    }

    private void take(StoredTurn stored) {
        tokens += stored.turn().tokens();
        if (window.tokens().isPresent() && tokens > window.tokens().getAsInt()) {
            full = true;
            return;
        }
        turns.addFirst(stored);
        full = turns.size() == window.turns();
    }

    int pageSize() {
        int missing = window.turns() - turns.size();
        return window.tokens().isPresent() ? Math.min(missing, PAGE_WITHIN_BUDGET) : missing;
    }

    boolean full() {
        return full;
    }

    /** The newest epoch that has a turn or a seal; 0 if there is none. */
    long epoch() {
        return epoch;
    }

    /** Whether a turn is missing in the middle or at the beginning, as two replicas of different age can make it look. */
    boolean torn(long epochInForce) {
        return epoch == epochInForce && (torn || (!full && oldestSeen > 1));
    }

    /** A context with a silent hole would be worse than none. */
    void requireWhole(SessionId session, long epochInForce) {
        if (torn(epochInForce)) {
            throw new IllegalStateException(
                    "Session " + session + " lacks a turn before place " + oldestSeen
                            + " or after it: single turns of a log are never deleted. Restart the session, or restore the turn.");
        }
    }

    /** Whether there are turns before the oldest one taken. */
    boolean cut(long epochInForce) {
        return turns.isEmpty() ? tail(epochInForce) > 0 : turns.getFirst().number() > 1 && epoch == epochInForce;
    }

    long tail(long epochInForce) {
        return epoch == epochInForce ? tail : 0;
    }

    List<StoredTurn> oldestFirst(long epochInForce) {
        return epoch == epochInForce ? List.copyOf(turns) : List.of();
    }
}
