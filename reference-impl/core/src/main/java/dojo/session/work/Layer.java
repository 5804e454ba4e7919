package dojo.session.work;

import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbResponse;

/**
 * Something done around each request: a cache answers instead, a circuit breaker refuses, a deadline shortens.
 *
 * <p>What {@link Next} is asked for is what reaches the database, and the bill. A layer must not block a thread when
 * {@code next} does not. Used by many threads.
 */
@FunctionalInterface
public interface Layer {
    <R extends DynamoDbResponse> CompletableFuture<R> ask(Ask<R> ask, Errand errand, Next next);

    /** The layers below, and at last the client. */
    @FunctionalInterface
    interface Next {
        <R extends DynamoDbResponse> CompletableFuture<R> ask(Ask<R> ask);
    }
}
