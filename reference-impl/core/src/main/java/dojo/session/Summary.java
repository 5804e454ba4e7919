package dojo.session;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What was said up to turn {@code to}, in short.
 *
 * <p>Turns {@code from} to {@code to}, both included, are those it read itself; what came before them it knows from the
 * summary before it, which ends at {@code from - 1}. So the summaries of a conversation are a chain without overlap,
 * and the latest one, with the turns after it, is the whole conversation.
 *
 * @param at when it was made, for display
 * @param origin what it was made of and by what; absent from those that were stored before this was kept
 */
public record Summary(long from, long to, String text, Instant at, Optional<Origin> origin) {
    public Summary {
        Objects.requireNonNull(text, "A summary has a text, got null: pass what the turns said, in short.");
        if (from < 1 || to < from) {
            throw new IllegalArgumentException("A summary covers turns from 1 upwards, got " + from + " to " + to
                    + ": pass the numbers of the first and last turn it read.");
        }
    }

    /** A summary of unknown origin, which can be read but not stored. */
    public Summary(long from, long to, String text, Instant at) {
        this(from, to, text, at, Optional.empty());
    }

    public Summary of(Origin made) {
        return new Summary(from, to, text, at, Optional.of(made));
    }

    /** Whether the other one is the same work: the same turns, of the same inputs, by the same model and prompt. */
    public boolean repeats(Summary other) {
        return from == other.from
                && to == other.to
                && origin.map(Origin::identity).equals(other.origin.map(Origin::identity));
    }

    /**
     * What a summary was made of, and by what.
     *
     * @param log any position of the log that was read, for instance {@link Context#tail()}: a conversation that was
     *     begun anew in the meantime has another
     * @param inputs a digest of all that was read, the summary before it included; equal inputs, equal digest
     * @param model what wrote it
     * @param prompt the version of what the model was told to do
     */
    public record Origin(Position log, String inputs, String model, String prompt) {
        public Origin {
            Ids.check("digest of inputs", inputs);
            Ids.check("model name", model);
            Ids.check("prompt version", prompt);
        }

        private record Identity(String inputs, String model, String prompt) {}

        private Identity identity() {
            return new Identity(inputs, model, prompt);
        }
    }
}
