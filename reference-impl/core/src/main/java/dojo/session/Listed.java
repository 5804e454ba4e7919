package dojo.session;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Sessions of a customer, newest activity first.
 *
 * <p>The list lags behind by moments, and without a bound when things go badly: a session just created may be missing,
 * and one just used may stand further down. A session that is used between two pages moves to the front, and is missed
 * by whoever only pages on. {@link SessionMemory#load} knows what is true.
 *
 * @param next where to go on, if there may be more
 */
public record Listed(List<Entry> sessions, Optional<String> next, Bill bill) {
    public Listed {
        sessions = List.copyOf(sessions);
    }

    /**
     * One session, as a list shows it.
     *
     * @param activeAt the beginning of the step of time in which something was said last
     */
    public record Entry(
            SessionId session,
            Instant createdAt,
            Instant activeAt,
            Instant expiresAt,
            Optional<String> title,
            Optional<String> preview,
            Optional<String> status,
            Optional<String> intent) {}
}
