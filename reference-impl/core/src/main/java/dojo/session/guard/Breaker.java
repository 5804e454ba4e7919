package dojo.session.guard;

import dojo.session.Loaded.Why;
import dojo.session.work.Ask;
import dojo.session.work.Errand;
import dojo.session.work.Layer;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbResponse;

/**
 * Stops asking a database that does not answer, and tries again after a while: a circuit breaker of resilience4j.
 *
 * <p>Costs nothing. While it is open an operation fails at once with {@link NotSent}. What counts as a failure is what
 * {@link Trouble} says: not a failed condition, and not a conflict. One breaker serves one table in one process; share
 * it between memories. Throttling counts, so one hot session among few others can open it: that is what the rate is
 * for. Thread-safe.
 *
 * @see <a href="https://resilience4j.readme.io/docs/circuitbreaker">resilience4j: circuit breaker</a>
 */
public final class Breaker implements Layer {
    private final CircuitBreaker breaker;

    private Breaker(CircuitBreaker breaker) {
        this.breaker = breaker;
    }

    /** Whether requests pass. */
    public enum State {
        CLOSED,
        OPEN,
        /** A few requests are let through, to see. */
        HALF_OPEN
    }

    /**
     * When to open and when to try again.
     *
     * @param failures the share of failed requests, from 0 to 1, at which it opens
     * @param seconds over which that share is counted
     * @param atLeast as long as there were fewer requests in that time, it stays closed
     * @param pause how long it stays open
     * @param trials how many requests are let through then; if they fail, it opens again
     */
    public record Settings(double failures, int seconds, int atLeast, Duration pause, int trials) {
        public Settings {
            if (!(failures > 0 && failures <= 1)) {
                throw new IllegalArgumentException("A breaker opens at a share of failures above 0 and up to 1, got "
                        + failures + ": 0.5 is usual.");
            }
            if (seconds < 1 || atLeast < 1 || trials < 1 || pause.compareTo(Duration.ofMillis(1)) < 0) {
                throw new IllegalArgumentException("Seconds, requests and trials are at least 1 and the pause a"
                        + " millisecond, got " + seconds + ", " + atLeast + ", " + trials + " and " + pause
                        + ": start from Breaker.Settings.usual().");
            }
        }

        /** Half of at least 20 requests within 10 seconds; closed again after 5 seconds if 5 requests succeed. */
        public static Settings usual() {
            return new Settings(0.5, 10, 20, Duration.ofSeconds(5), 5);
        }
    }

    /** On the memory's clock. */
    public static Breaker of(Settings settings, InstantSource source) {
        Clock clock = source.withZone(ZoneOffset.UTC);
        CircuitBreakerConfig config = CircuitBreakerConfig.custom()
                .clock(clock)
                .currentTimestampFunction(Clock::millis, TimeUnit.MILLISECONDS)
                .failureRateThreshold((float) (settings.failures() * 100))
                .slidingWindowType(SlidingWindowType.TIME_BASED)
                .slidingWindowSize(settings.seconds())
                .minimumNumberOfCalls(settings.atLeast())
                .waitDurationInOpenState(settings.pause())
                .permittedNumberOfCallsInHalfOpenState(settings.trials())
                .build();
        return new Breaker(CircuitBreaker.of("dojo-session", config));
    }

    public State state() {
        return state(breaker.getState());
    }

    /** Is told of each change, from one state to another; must be quick and not throw. */
    public Breaker onChange(BiConsumer<State, State> listener) {
        breaker.getEventPublisher()
                .onStateTransition(event -> listener.accept(
                        state(event.getStateTransition().getFromState()),
                        state(event.getStateTransition().getToState())));
        return this;
    }

    private static State state(CircuitBreaker.State state) {
        return switch (state) {
            case OPEN, FORCED_OPEN -> State.OPEN;
            case HALF_OPEN -> State.HALF_OPEN;
            case CLOSED, DISABLED, METRICS_ONLY -> State.CLOSED;
        };
    }

    @Override
    public <R extends DynamoDbResponse> CompletableFuture<R> ask(Ask<R> ask, Errand errand, Next next) {
        if (!breaker.tryAcquirePermission()) {
            return CompletableFuture.failedFuture(new NotSent(
                    Why.BREAKER_OPEN,
                    "DynamoDB has failed too often lately: " + ask.operation() + " of " + errand.operation()
                            + " was not sent. Call again with the same arguments in a few seconds."));
        }
        long begun = breaker.getCurrentTimestamp();
        return next.ask(ask).whenComplete((answer, failure) -> {
            long took = breaker.getCurrentTimestamp() - begun;
            if (failure != null && Trouble.of(failure).isPresent()) {
                breaker.onError(took, breaker.getTimestampUnit(), Trouble.reason(failure));
            } else {
                breaker.onSuccess(took, breaker.getTimestampUnit());
            }
        });
    }
}
