package dojo.session.guard;

import dojo.session.Loaded.Why;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkServiceException;

/**
 * Tells failures that pass from answers that stay.
 *
 * <p>A failed condition, a conflict, a refused permission and a wrong request are answers: the service works. Stateless
 * and thread-safe.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html">AWS: errors of
 *     DynamoDB</a>
 */
public final class Trouble {
    private static final int SERVER_ERROR = 500;

    private Trouble() {}

    /** Why the database or a store could not answer; empty if it did answer, or something else is wrong. */
    public static Optional<Why> of(Throwable failure) {
        Throwable reason = reason(failure);
        if (reason instanceof NotSent refused) {
            return Optional.of(refused.why());
        }
        if (reason instanceof SdkServiceException answer) {
            if (answer.isThrottlingException()) {
                return Optional.of(Why.THROTTLED);
            }
            return answer.statusCode() >= SERVER_ERROR ? Optional.of(Why.UNAVAILABLE) : Optional.empty();
        }
        if (reason instanceof ApiCallTimeoutException) {
            return Optional.of(Why.DEADLINE);
        }
        return reason instanceof SdkClientException || reason instanceof UncheckedIOException
                ? Optional.of(Why.UNAVAILABLE)
                : Optional.empty();
    }

    static Throwable reason(Throwable failure) {
        Throwable reason = failure;
        while (reason instanceof CompletionException && reason.getCause() != null) {
            reason = reason.getCause();
        }
        return reason;
    }
}
