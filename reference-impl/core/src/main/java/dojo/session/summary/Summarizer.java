package dojo.session.summary;

import dojo.session.StoredTurn;
import dojo.session.Summary;
import java.util.List;
import java.util.Optional;

/**
 * Says in short what was said: a model behind a prompt, or {@link KeySentences}.
 *
 * <p>May take its time, and may fail: by any exception; then nothing is stored and the turns come again. Used by many
 * threads.
 */
@FunctionalInterface
public interface Summarizer {
    /**
     * What the conversation said up to the last of these turns.
     *
     * @param previous what came before the turns; the answer takes its place, so it has to say that again
     * @param turns at least one, oldest first
     * @return a text, not blank
     */
    String summarize(Optional<Summary> previous, List<StoredTurn> turns) throws Exception;
}
