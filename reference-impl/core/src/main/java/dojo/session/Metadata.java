package dojo.session;

import java.util.Map;
import java.util.Optional;

/**
 * What is known about a conversation besides its turns.
 *
 * @param revision rises with every change of these, and with nothing else; also when the conversation begins anew, and
 *     across sessions that use one id after the other. It counts nothing
 * @param title what a list shows
 * @param preview the beginning of what was said last, for a list
 * @param status for instance who has to act next
 * @param intent what the user is after
 * @param page what the user looks at
 * @param attributes anything else
 */
public record Metadata(
        long revision,
        Optional<String> title,
        Optional<String> preview,
        Optional<String> status,
        Optional<String> intent,
        Map<String, String> page,
        Map<String, String> attributes) {
    public Metadata {
        page = Map.copyOf(page);
        attributes = Map.copyOf(attributes);
    }

    /** Nothing but a revision. */
    public static Metadata none(long revision) {
        return new Metadata(
                revision, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Map.of(), Map.of());
    }
}
