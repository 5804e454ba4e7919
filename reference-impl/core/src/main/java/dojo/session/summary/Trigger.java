package dojo.session.summary;

import dojo.session.Role;
import dojo.session.StoredTurn;
import java.util.List;
import java.util.OptionalInt;

/**
 * When turns are due to be summarised, and how many of them: the fewest after the last summary that reach a threshold.
 *
 * <p>So the ends of summaries follow from the turns alone, not from when and how often a stream delivered them. Results
 * of tools stay with the call before them, if they were there in time.
 *
 * @param turns as soon as so many turns follow the last summary
 * @param tokens or as soon as they take so many tokens
 * @param every the turns whose numbers this divides have their conversation looked at; the others cost nothing
 */
public record Trigger(int turns, OptionalInt tokens, int every) {
    private static final int MOST_TURNS = 1_000;

    public Trigger {
        if (turns < 1 || turns > MOST_TURNS) {
            throw new IllegalArgumentException(
                    "A summary takes 1 to 1,000 turns, got " + turns + ": choose about as many as a window shows.");
        }
        if (tokens.isPresent() && tokens.getAsInt() < 1) {
            throw new IllegalArgumentException("A threshold is at least 1 token, got " + tokens.getAsInt()
                    + ": leave it out to go by the number of turns.");
        }
        if (every < 1 || every > turns) {
            throw new IllegalArgumentException("Every first to every " + turns + "th turn can be looked at, got every "
                    + every + ": look at least as often as a summary is due.");
        }
    }

    /** Every so many turns; looks at the conversation four times as often, so that no summary is much overdue. */
    public static Trigger every(int turns) {
        return new Trigger(turns, OptionalInt.empty(), Math.max(1, turns / 4));
    }

    /** Also when the turns take so many tokens. */
    public Trigger orTokens(int most) {
        return new Trigger(turns, OptionalInt.of(most), every);
    }

    /** The same, looking at the conversation every {@code other} turns. */
    public Trigger lookingEvery(int other) {
        return new Trigger(turns, tokens, other);
    }

    boolean looksAt(long number) {
        return number % every == 0;
    }

    /** How many of these turns, the first ones after the last summary, belong into the next; 0 if none is due. */
    int due(List<StoredTurn> waiting) {
        long sum = 0;
        for (int count = 1; count <= waiting.size(); count++) {
            sum += waiting.get(count - 1).turn().tokens();
            if (count >= turns || (tokens.isPresent() && sum >= tokens.getAsInt())) {
                return withResults(waiting, count);
            }
        }
        return 0;
    }

    private static int withResults(List<StoredTurn> waiting, int count) {
        int end = count;
        while (end < waiting.size() && waiting.get(end).turn().role().equals(Role.TOOL)) {
            end++;
        }
        return end;
    }
}
