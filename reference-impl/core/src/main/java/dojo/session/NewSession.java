package dojo.session;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * The wish to open a session; keep the object (or its request id) to repeat the wish after a lost answer.
 *
 * @param requestId names this wish, so that its own retry is recognised
 * @param lifetime how long after creation the session is visible, at least one second
 */
public record NewSession(SessionId id, Optional<CustomerId> customer, String requestId, Duration lifetime) {
    public static final Duration USUAL_LIFETIME = Duration.ofDays(1);
    private static final Duration LONGEST_LIFETIME = Duration.ofDays(3_650);

    public NewSession {
        Ids.check("request id", requestId);
        if (lifetime.compareTo(Duration.ofSeconds(1)) < 0 || lifetime.compareTo(LONGEST_LIFETIME) > 0) {
            throw new IllegalArgumentException("A session lives between 1 second and 3,650 days, got " + lifetime
                    + ": choose the time after which nobody resumes it.");
        }
    }

    /** A guest's session of one day. */
    public static NewSession of(String id) {
        return new NewSession(
                SessionId.of(id), Optional.empty(), UUID.randomUUID().toString(), USUAL_LIFETIME);
    }

    public NewSession ownedBy(String customerId) {
        return new NewSession(id, Optional.of(CustomerId.of(customerId)), requestId, lifetime);
    }

    public NewSession requestedAs(String ownRequestId) {
        return new NewSession(id, customer, ownRequestId, lifetime);
    }

    public NewSession lasting(Duration wanted) {
        return new NewSession(id, customer, requestId, wanted);
    }
}
