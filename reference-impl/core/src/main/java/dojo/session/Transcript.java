package dojo.session;

import java.util.List;

/** A part of a conversation as it was said, oldest first; it carries its bill in either case. */
public sealed interface Transcript {
    Bill bill();

    default List<StoredTurn> turnsOrThrow() {
        throw new IllegalStateException("There is no such session (it never was, or it has expired): create it first.");
    }

    /**
     * Turns without a gap.
     *
     * @param more whether turns follow the last of these
     */
    record Part(List<StoredTurn> turns, boolean more, Bill bill) implements Transcript {
        public Part {
            turns = List.copyOf(turns);
        }

        @Override
        public List<StoredTurn> turnsOrThrow() {
            return turns;
        }
    }

    /** There is no session of this id, or it has expired. */
    record Absent(Bill bill) implements Transcript {}
}
