package dojo.session.work;

import dojo.session.Pause;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbResponse;

/** Runs {@link Work} with one client. Immutable and thread-safe; the client stays the caller's. */
public abstract sealed class Runner {
    private final Settings settings;

    private Runner(Settings settings) {
        this.settings = settings;
    }

    /**
     * How to run.
     *
     * @param clock what time it is, for expiry and for the clients' notes
     * @param pause how to step back between repetitions
     * @param layers what is done around each request, the outermost first
     * @param listeners who is told how each operation ended
     * @param parallel threads on which a blocking client may run requests beside the caller's thread
     */
    public record Settings(
            InstantSource clock,
            Pause pause,
            List<Layer> layers,
            List<Listener> listeners,
            Optional<Executor> parallel) {
        public Settings {
            layers = List.copyOf(layers);
            listeners = List.copyOf(listeners);
        }

        public static Settings of(InstantSource clock, Pause pause) {
            return new Settings(clock, pause, List.of(), List.of(), Optional.empty());
        }
    }

    /** Is told how each operation ended; must return quickly and not throw. Used by many threads. */
    @FunctionalInterface
    public interface Listener {
        /** Exactly one of answer and failure is there. */
        void ended(Errand errand, @Nullable Object answer, @Nullable Throwable failure);
    }

    /** Each step on the thread of the caller. */
    public static Runner over(DynamoDbClient client, Settings settings) {
        return new Blocking(client, settings);
    }

    /** No thread is held while an answer is awaited. */
    public static Runner over(DynamoDbAsyncClient client, Settings settings) {
        return new Async(client, settings);
    }

    /** Runs to the end; what the client throws passes through. */
    public <T> T run(String operation, Work<T> work) {
        try {
            return start(operation, work).join();
        } catch (CompletionException wrapped) {
            Throwable reason = reason(wrapped);
            if (reason instanceof RuntimeException failure) {
                throw failure;
            }
            if (reason instanceof Error failure) {
                throw failure;
            }
            throw wrapped;
        }
    }

    /** Begins, and answers later; the future fails with what the client threw, not wrapped. */
    @SuppressWarnings("FutureReturnValueIgnored") // its outcome is passed on to the answer
    public <T> CompletableFuture<T> start(String operation, Work<T> work) {
        Errand errand = new Errand(operation, this);
        CompletableFuture<T> answer = new CompletableFuture<>();
        work.by(errand).whenComplete((value, failure) -> {
            Throwable reason = failure == null ? null : reason(failure);
            try {
                settings.listeners().forEach(listener -> listener.ended(errand, value, reason));
            } finally {
                if (reason == null) {
                    answer.complete(value);
                } else {
                    answer.completeExceptionally(reason);
                }
            }
        });
        return answer;
    }

    abstract <R extends DynamoDbResponse> CompletableFuture<R> send(Ask<R> ask);

    abstract CompletableFuture<Void> pause(int attempt);

    abstract <T> CompletableFuture<T> elsewhere(CompletableFuture<T> step);

    abstract <A, B, C> CompletableFuture<C> both(
            Errand errand, Work<A> one, Work<B> other, BiFunction<A, B, C> combine);

    InstantSource clock() {
        return settings.clock();
    }

    List<Layer> layers() {
        return settings.layers();
    }

    /** What went wrong, without the wrapping of futures. */
    static Throwable reason(Throwable failure) {
        Throwable reason = failure;
        while (reason instanceof CompletionException && reason.getCause() != null) {
            reason = reason.getCause();
        }
        return reason;
    }

    private static final class Blocking extends Runner {
        private final DynamoDbClient client;
        private final Settings settings;

        Blocking(DynamoDbClient client, Settings settings) {
            super(settings);
            this.client = client;
            this.settings = settings;
        }

        @Override
        <R extends DynamoDbResponse> CompletableFuture<R> send(Ask<R> ask) {
            try {
                return CompletableFuture.completedFuture(ask.send(client));
            } catch (RuntimeException | Error failure) {
                return CompletableFuture.failedFuture(failure);
            }
        }

        @Override
        <T> CompletableFuture<T> elsewhere(CompletableFuture<T> step) {
            try {
                return CompletableFuture.completedFuture(step.join());
            } catch (CompletionException failure) {
                return CompletableFuture.failedFuture(reason(failure));
            }
        }

        @Override
        CompletableFuture<Void> pause(int attempt) {
            settings.pause().before(attempt);
            return CompletableFuture.completedFuture(null);
        }

        @Override
        <A, B, C> CompletableFuture<C> both(Errand errand, Work<A> one, Work<B> other, BiFunction<A, B, C> combine) {
            if (settings.parallel().isEmpty()) {
                return one.then(a -> other.map(b -> combine.apply(a, b))).by(errand);
            }
            CompletableFuture<B> beside = CompletableFuture.completedFuture(true)
                    .thenComposeAsync(
                            now -> other.by(errand), settings.parallel().get());
            return one.by(errand).thenCombine(beside, combine);
        }
    }

    private static final class Async extends Runner {
        private final DynamoDbAsyncClient client;
        private final Settings settings;

        Async(DynamoDbAsyncClient client, Settings settings) {
            super(settings);
            this.client = client;
            this.settings = settings;
        }

        @Override
        <R extends DynamoDbResponse> CompletableFuture<R> send(Ask<R> ask) {
            try {
                return ask.send(client);
            } catch (RuntimeException | Error failure) {
                return CompletableFuture.failedFuture(failure);
            }
        }

        @Override
        <T> CompletableFuture<T> elsewhere(CompletableFuture<T> step) {
            return step;
        }

        @Override
        CompletableFuture<Void> pause(int attempt) {
            return settings.pause().ahead(attempt);
        }

        @Override
        <A, B, C> CompletableFuture<C> both(Errand errand, Work<A> one, Work<B> other, BiFunction<A, B, C> combine) {
            CompletableFuture<A> first = one.by(errand);
            return first.thenCombine(other.by(errand), combine);
        }
    }
}
