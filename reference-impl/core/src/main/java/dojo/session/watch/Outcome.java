package dojo.session.watch;

import dojo.session.Loaded.Why;
import dojo.session.guard.NotSent;
import dojo.session.guard.Trouble;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/** How a request or an operation ended; few, so that each can be a tag of a metric. */
public enum Outcome {
    OK,
    /** A condition did not hold, as for a turn whose place is taken: an answer, not a failure. */
    REFUSED,
    /** Somebody else's transaction was in the way. */
    CONFLICT,
    THROTTLED,
    /** No answer within the time, so the outcome is unknown. */
    TIMED_OUT,
    /** Not sent: the time was over, or the breaker open. */
    NOT_SENT,
    /** No answer, or an error of the service; the outcome is unknown. */
    UNAVAILABLE,
    /** Anything else: wrong arguments, missing permissions, damaged items. */
    FAILED;

    static Outcome of(@Nullable Throwable failure) {
        if (failure == null) {
            return OK;
        }
        if (failure instanceof ConditionalCheckFailedException) {
            return REFUSED;
        }
        if (failure instanceof TransactionConflictException) {
            return CONFLICT;
        }
        if (failure instanceof TransactionCanceledException cancelled) {
            return of(cancelled);
        }
        if (failure instanceof NotSent) {
            return NOT_SENT;
        }
        Optional<Why> why = Trouble.of(failure);
        return why.isEmpty() ? FAILED : of(why.get());
    }

    private static Outcome of(TransactionCanceledException cancelled) {
        return cancelled.cancellationReasons().stream()
                        .anyMatch(reason -> "ConditionalCheckFailed".equals(reason.code()))
                ? REFUSED
                : CONFLICT;
    }

    private static Outcome of(Why why) {
        return switch (why) {
            case DEADLINE -> TIMED_OUT;
            case THROTTLED -> THROTTLED;
            case BREAKER_OPEN -> NOT_SENT;
            case UNAVAILABLE -> UNAVAILABLE;
        };
    }

    /** As metrics and logs spell it, such as {@code not-sent}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
