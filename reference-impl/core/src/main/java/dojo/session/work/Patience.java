package dojo.session.work;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/**
 * Repeats a write that met a transaction on the same item, and a transaction that met one or was throttled.
 *
 * <p>That is no answer about the items: nothing was stored, and the way may be free a moment later. The SDK does not
 * repeat it by itself.
 *
 * @param attempts how often to send the request, the first time included
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis.html">AWS:
 *     transaction conflicts</a>
 */
public record Patience(int attempts) implements Layer {
    private static final Set<String> PASSING =
            Set.of("None", "TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded");

    @Override
    public <R extends DynamoDbResponse> CompletableFuture<R> ask(Ask<R> ask, Errand errand, Next next) {
        return attempt(1, ask, errand, next);
    }

    private <R extends DynamoDbResponse> CompletableFuture<R> attempt(int n, Ask<R> ask, Errand errand, Next next) {
        return next.ask(ask).exceptionallyCompose(failure -> {
            Throwable reason = Runner.reason(failure);
            return n < attempts && passes(reason)
                    ? errand.pause(n).thenCompose(rested -> attempt(n + 1, ask, errand, next))
                    : CompletableFuture.failedFuture(reason);
        });
    }

    /** Only obstacles which go away; a failed condition among the reasons is an answer. */
    private static boolean passes(Throwable reason) {
        if (reason instanceof TransactionCanceledException cancelled) {
            return cancelled.hasCancellationReasons()
                    && cancelled.cancellationReasons().stream()
                            .map(CancellationReason::code)
                            .allMatch(PASSING::contains);
        }
        return reason instanceof TransactionConflictException;
    }
}
