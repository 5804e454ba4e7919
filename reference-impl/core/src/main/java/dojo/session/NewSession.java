package dojo.session;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * The wish to open a session; keep the object (or its request id) to repeat the wish after a lost answer.
 *
 * @param requestId names this wish, so that its own retry is recognised
 * @param lifetime how long after creation the session ends in any case, at least one second
 * @param idle the silence after which it ends earlier, at least one second and at most {@code lifetime}; never counted
 *     shorter, and longer by a quarter at most, because activity is noted in steps of up to 15 minutes
 */
public record NewSession(
        SessionId id, Optional<CustomerId> customer, String requestId, Duration lifetime, Duration idle) {
    public static final Duration USUAL_LIFETIME = Duration.ofDays(1);
    private static final Duration LONGEST_LIFETIME = Duration.ofDays(3_650);

    public NewSession {
        Ids.check("request id", requestId);
        if (lifetime.compareTo(Duration.ofSeconds(1)) < 0 || lifetime.compareTo(LONGEST_LIFETIME) > 0) {
            throw new IllegalArgumentException("A session lives between 1 second and 3,650 days, got " + lifetime
                    + ": choose the time after which nobody resumes it.");
        }
        if (idle.compareTo(Duration.ofSeconds(1)) < 0 || idle.compareTo(lifetime) > 0) {
            throw new IllegalArgumentException("A session may be idle between 1 second and its lifetime of " + lifetime
                    + ", got " + idle + ": choose the silence after which nobody resumes it.");
        }
    }

    /** A guest's session of one day. */
    public static NewSession of(String id) {
        String requestId = UUID.randomUUID().toString();
        return new NewSession(SessionId.of(id), Optional.empty(), requestId, USUAL_LIFETIME, USUAL_LIFETIME);
    }

    public NewSession ownedBy(String customerId) {
        return new NewSession(id, Optional.of(CustomerId.of(customerId)), requestId, lifetime, idle);
    }

    public NewSession requestedAs(String ownRequestId) {
        return new NewSession(id, customer, ownRequestId, lifetime, idle);
    }

    /** Ends so long after its creation, whatever happens. */
    public NewSession lasting(Duration wanted) {
        return new NewSession(id, customer, requestId, wanted, wanted);
    }

    /** Ends earlier, after a silence of this length; say how long it lasts first. Every turn stored breaks the silence. */
    public NewSession idleFor(Duration silence) {
        return new NewSession(id, customer, requestId, lifetime, silence);
    }
}
