package dojo.session.work;

import dojo.session.Bill;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbResponse;

/** One operation under way: its name, when it began, what it has consumed. Thread-safe. */
public final class Errand {
    private final String operation;
    private final Runner runner;
    private final Instant begun;
    private Bill bill = Bill.ZERO;

    Errand(String operation, Runner runner) {
        this.operation = operation;
        this.runner = runner;
        this.begun = runner.clock().instant();
    }

    /** The operation of the memory, for example {@code append}. */
    public String operation() {
        return operation;
    }

    public Instant begun() {
        return begun;
    }

    public Instant now() {
        return runner.clock().instant();
    }

    /** What the requests that ended so far have consumed. */
    public synchronized Bill bill() {
        return bill;
    }

    /** Steps back before a repetition, counted from 1. */
    public CompletableFuture<Void> pause(int attempt) {
        return runner.pause(attempt);
    }

    synchronized void add(Bill more) {
        bill = bill.plus(more);
    }

    <R extends DynamoDbResponse> CompletableFuture<R> ask(Ask<R> ask) {
        return ask(ask, 0);
    }

    private <R extends DynamoDbResponse> CompletableFuture<R> ask(Ask<R> ask, int depth) {
        if (depth == runner.layers().size()) {
            return send(ask);
        }
        Layer.Next next = new Layer.Next() {
            @Override
            public <S extends DynamoDbResponse> CompletableFuture<S> ask(Ask<S> below) {
                return Errand.this.ask(below, depth + 1);
            }
        };
        return runner.layers().get(depth).ask(ask, this, next);
    }

    private <R extends DynamoDbResponse> CompletableFuture<R> send(Ask<R> ask) {
        return runner.send(ask).whenComplete((response, failure) -> {
            add(failure == null ? Consumed.by(ask, response) : Consumed.atLeast(Runner.reason(failure)));
        });
    }

    <T> CompletableFuture<T> elsewhere(CompletableFuture<T> step) {
        return runner.elsewhere(step);
    }

    <A, B, C> CompletableFuture<C> both(Work<A> one, Work<B> other, BiFunction<A, B, C> combine) {
        return runner.both(this, one, other, combine);
    }
}
