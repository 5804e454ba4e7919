package dojo.session;

import java.util.OptionalInt;

/**
 * How much of a conversation to load, and how fresh.
 *
 * @param turns at most so many of the latest turns
 * @param tokens at most so many tokens in these turns together; the newest turn that does not fit ends the window
 * @param consistency whether the load may miss the latest writes
 */
public record Window(int turns, OptionalInt tokens, Consistency consistency) {
    private static final int MOST_TURNS = 10_000;

    public Window {
        if (turns < 1 || turns > MOST_TURNS) {
            throw new IllegalArgumentException(
                    "A window holds 1 to 10,000 turns, got " + turns + ": ask for what fits into one prompt.");
        }
        if (tokens.isPresent() && tokens.getAsInt() < 1) {
            throw new IllegalArgumentException("A token budget is at least 1, got " + tokens.getAsInt()
                    + ": leave it out to load by number of turns.");
        }
    }

    /** The latest turns, strongly consistent. */
    public static Window latest(int turns) {
        return new Window(turns, OptionalInt.empty(), Consistency.STRONG);
    }

    public Window within(int budgetTokens) {
        return new Window(turns, OptionalInt.of(budgetTokens), consistency);
    }

    /** The same at half the read units; it may miss the latest turns, a restart, or a session just created. */
    public Window eventually() {
        return new Window(turns, tokens, Consistency.EVENTUAL);
    }

    /**
     * How fresh a load is.
     *
     * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.ReadConsistency.html">AWS:
     *     read consistency</a>
     */
    public enum Consistency {
        STRONG,
        EVENTUAL
    }
}
