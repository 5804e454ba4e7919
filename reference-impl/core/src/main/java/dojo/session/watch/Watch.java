package dojo.session.watch;

import dojo.session.guard.Breaker;
import dojo.session.work.Ask;
import dojo.session.work.Errand;
import dojo.session.work.Layer;
import dojo.session.work.Runner;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbResponse;

/**
 * Turns what a memory does into {@link Event}s: {@code settings.layer(watch).listener(watch)}.
 *
 * <p>As the first layer it sees every request, also those that a later layer answers or refuses; as the last one, only
 * what is sent. Costs no request. Times are those of the memory's clock. Thread-safe.
 */
public final class Watch implements Layer, Runner.Listener {
    private final List<Event.Listener> listeners;

    private Watch(List<Event.Listener> listeners) {
        this.listeners = listeners;
    }

    public static Watch telling(Event.Listener... listeners) {
        return new Watch(List.of(listeners));
    }

    /** Tells of this breaker's changes too. */
    public Watch over(Breaker breaker) {
        breaker.onChange((from, to) -> tell(new Event.BreakerTurned(from, to)));
        return this;
    }

    @Override
    public <R extends DynamoDbResponse> CompletableFuture<R> ask(Ask<R> ask, Errand errand, Next next) {
        Instant begun = errand.now();
        return next.ask(ask)
                .whenComplete((answer, failure) -> tell(new Event.Requested(
                        errand.operation(),
                        ask.operation(),
                        Outcome.of(reason(failure)),
                        Duration.between(begun, errand.now()))));
    }

    @Override
    public void ended(Errand errand, @Nullable Object answer, @Nullable Throwable failure) {
        tell(new Event.Ended(
                errand.operation(),
                answer == null ? "none" : answer.getClass().getSimpleName(),
                Outcome.of(failure),
                failure == null ? "none" : failure.getClass().getSimpleName(),
                Duration.between(errand.begun(), errand.now()),
                errand.bill()));
    }

    private void tell(Event event) {
        listeners.forEach(listener -> listener.happened(event));
    }

    private static @Nullable Throwable reason(@Nullable Throwable failure) {
        Throwable reason = failure;
        while (reason instanceof CompletionException && reason.getCause() != null) {
            reason = reason.getCause();
        }
        return reason;
    }
}
