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
 * <p>Only META knows which epoch is in force, and whether its log continues that of an earlier one: tell it with
 * {@link #under} as soon as it is known. Used by one thread at a time.
 */
final class LatestTurns {
    /** With a token budget nobody knows how many turns will fit: read a few at a time. */
    private static final int PAGE_WITHIN_BUDGET = 20;

    private final Window window;
    private final Deque<Map<String, AttributeValue>> turns = new ArrayDeque<>();
    private long epoch;
    private long tokens;
    private long tail;
    private long oldestSeen;
    private boolean full;
    private boolean over;
    private boolean torn;
    private boolean settled;

    LatestTurns(Window window) {
        this.window = window;
    }

    void add(Map<String, AttributeValue> item) {
        long itsEpoch = Keys.epoch(Items.text(item, "SK"));
        if (epoch == 0) {
            epoch = itsEpoch;
        }
        if (itsEpoch != epoch) {
            // An earlier log begins here. If the one in force continues it, META will say up to where.
            over = true;
            return;
        }
        Slot slot = Items.slot(item);
        if (oldestSeen != 0 && slot.position() != oldestSeen - 1) {
            torn = true;
        }
        oldestSeen = slot.position();
        if (slot.isSeal()) {
            return;
        }
        tail = Math.max(tail, slot.position());
        if (!full && slot.isTurn()) {
            take(item);
        }
    }

    private void take(Map<String, AttributeValue> stored) {
        tokens += Items.whole(stored, "tokens");
        if (window.tokens().isPresent() && tokens > window.tokens().getAsInt()) {
            full = true;
            return;
        }
        turns.addFirst(stored);
        full = turns.size() == window.turns();
    }

    /**
     * Keeps what belongs to the log that META describes.
     *
     * @return whether it fits: not if the turns are those of a later epoch, as after a restart that META did not know
     */
    boolean under(Meta meta) {
        if (settled) {
            return true;
        }
        if (epoch > meta.epoch()) {
            return false;
        }
        settled = true;
        if (epoch < meta.epoch()) {
            turns.clear();
            tokens = 0;
            full = false;
            torn = false;
            epoch = meta.epoch();
            tail = meta.base();
            oldestSeen = meta.base() == 0 ? 0 : meta.base() + 1;
        }
        return true;
    }

    /** Goes on collecting in an earlier part of the log. */
    void into(Segment earlier) {
        epoch = earlier.epoch();
        over = false;
    }

    int pageSize() {
        int missing = window.turns() - turns.size();
        return window.tokens().isPresent() ? Math.min(missing, PAGE_WITHIN_BUDGET) : missing;
    }

    /** Whether the window holds no more turns. */
    boolean full() {
        return full;
    }

    /** Whether reading on would bring nothing of use. */
    boolean done() {
        return full || over;
    }

    /** Whether a turn is missing in the middle or at the beginning, as replicas of different age can make it look. */
    boolean torn() {
        return torn || (!full && oldestSeen > 1);
    }

    /** A context with a silent hole would be worse than none. */
    void requireWhole(SessionId session) {
        if (torn()) {
            throw new IllegalStateException("Session " + session + " lacks a turn before place " + oldestSeen
                    + " or after it. If it has just moved to this Region, its turns are still arriving: load it again. Otherwise"
                    + " single turns of a log are never deleted: restart the session, or restore the turn.");
        }
    }

    long tail() {
        return tail;
    }

    /** As they are stored: not all of them need have their content in them. */
    List<Map<String, AttributeValue>> oldestFirst() {
        return List.copyOf(turns);
    }

    /** What the window shows of them. */
    List<StoredTurn> shown(List<Map<String, AttributeValue>> whole) {
        return window.cut(whole.stream().map(Items::turn).toList());
    }

    /** Whether there are turns before those shown. */
    boolean cut(List<StoredTurn> shown) {
        return shown.isEmpty() ? tail > 0 : shown.get(0).number() > 1;
    }
}
