package dojo.session;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * How much of a conversation to load, and how fresh.
 *
 * @param turns at most so many of the latest turns
 * @param tokens at most so many tokens in these turns together; the newest turn that does not fit ends the window
 * @param consistency whether the load may miss the latest writes
 * @param start where a window may begin that does not reach back to the beginning of the conversation
 * @param lessWillDo whether less will do, and nothing at all, when the database does not answer in time
 */
public record Window(int turns, OptionalInt tokens, Consistency consistency, Start start, boolean lessWillDo) {
    private static final int MOST_TURNS = 10_000;
    private static final Set<Role> BEGINS_AN_EXCHANGE = Set.of(Role.USER, Role.SYSTEM);

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

    /** Of which nothing less will do. */
    public Window(int turns, OptionalInt tokens, Consistency consistency, Start start) {
        this(turns, tokens, consistency, start, false);
    }

    /** The latest turns, strongly consistent, beginning where an exchange begins. */
    public static Window latest(int turns) {
        return new Window(turns, OptionalInt.empty(), Consistency.STRONG, Start.EXCHANGE, false);
    }

    public Window within(int budgetTokens) {
        return new Window(turns, OptionalInt.of(budgetTokens), consistency, start, lessWillDo);
    }

    /** The same at half the read units; it may miss the latest turns, a restart, or a session just created. */
    public Window eventually() {
        return new Window(turns, tokens, Consistency.EVENTUAL, start, lessWillDo);
    }

    /**
     * The same, or less: when the database is slow or fails, the load answers {@link Loaded.Degraded} with the summary
     * alone, or with nothing, instead of failing. For a chat that would rather go on without memory than not at all.
     */
    public Window orLess() {
        return new Window(turns, tokens, consistency, start, true);
    }

    /** Begins with whatever turn is the last that fits, for callers who look for a beginning themselves. */
    public Window anywhere() {
        return new Window(turns, tokens, consistency, Start.ANYWHERE, lessWillDo);
    }

    /**
     * The latest turns from where this window may begin.
     *
     * @param latest the turns that fit, oldest first, without a gap
     */
    public List<StoredTurn> cut(List<StoredTurn> latest) {
        if (start == Start.ANYWHERE || latest.isEmpty() || latest.get(0).number() == 1) {
            return latest;
        }
        return from(latest, stored -> BEGINS_AN_EXCHANGE.contains(stored.turn().role()))
                // One exchange longer than the window: at least no result stands without its call.
                .or(() -> from(latest, stored -> !stored.turn().role().equals(Role.TOOL)))
                .orElse(List.of());
    }

    private static Optional<List<StoredTurn>> from(List<StoredTurn> turns, Predicate<StoredTurn> first) {
        return IntStream.range(0, turns.size())
                .filter(i -> first.test(turns.get(i)))
                .mapToObj(i -> turns.subList(i, turns.size()))
                .findFirst();
    }

    /** Where a window may begin. */
    public enum Start {
        /**
         * Where an exchange begins: with what a user says, or a system message. No answer stands without its question
         * then, and no result of a tool without its call. If the latest exchange alone does not fit, the window begins
         * inside it, but never with a result.
         */
        EXCHANGE,
        ANYWHERE
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
