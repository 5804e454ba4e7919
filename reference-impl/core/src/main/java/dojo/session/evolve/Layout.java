package dojo.session.evolve;

import java.util.function.UnaryOperator;

/**
 * Where items stand in another table; all that is not key stays. Both functions must be pure.
 *
 * @param there from the key in the old table to that in the new one
 * @param back the other way round
 */
public record Layout(UnaryOperator<Key> there, UnaryOperator<Key> back) {
    /** The same keys in another table. */
    public static Layout same() {
        return new Layout(key -> key, key -> key);
    }

    /**
     * The key in the new table.
     *
     * @throws IllegalStateException if the way back does not lead to the same key: two items could become one
     */
    Key to(Key key) {
        Key to = there.apply(key);
        if (!back.apply(to).equals(key)) {
            throw new IllegalStateException("The layout brings " + key + " to " + to + ", and that back to "
                    + back.apply(to) + ": give each key one of its own, or items would be lost.");
        }
        return to;
    }
}
