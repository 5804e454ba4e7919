package dojo.session.work;

import dojo.session.Bill;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/**
 * What to ask of the database, and what to make of the answers.
 *
 * <p>Nothing happens until a {@link Runner} runs it. A runner over a blocking client runs each step on the caller's
 * thread; one over an asynchronous client holds no thread. The steps are the same, and so is the order in which they
 * begin. Immutable; may be run many times.
 *
 * @param <T> the answer
 */
public final class Work<T> {
    private final Function<Errand, CompletableFuture<T>> steps;

    private Work(Function<Errand, CompletableFuture<T>> steps) {
        this.steps = steps;
    }

    /** One turn of a loop. */
    public sealed interface Step<S, T> {
        record Again<S, T>(S state) implements Step<S, T> {}

        record Finished<S, T>(T answer) implements Step<S, T> {}
    }

    /** The answer, without a request. */
    public static <T> Work<T> done(T answer) {
        return new Work<>(errand -> CompletableFuture.completedFuture(answer));
    }

    /** The answer, told what this errand has consumed so far. */
    public static <T> Work<T> billed(Function<Bill, T> answer) {
        return new Work<>(errand -> CompletableFuture.completedFuture(answer.apply(errand.bill())));
    }

    /** No answer but this failure. */
    public static <T> Work<T> failed(Throwable reason) {
        return new Work<>(errand -> CompletableFuture.failedFuture(reason));
    }

    /** Work decided when it begins: for steps which collect in an object of their own. */
    public static <T> Work<T> begin(Supplier<Work<T>> work) {
        return new Work<>(errand -> work.get().by(errand));
    }

    /** What the runner's clock says when this step begins. */
    public static Work<Instant> now() {
        return new Work<>(errand -> CompletableFuture.completedFuture(errand.now()));
    }

    /** Steps back before a repetition, counted from 1. */
    public static Work<Boolean> pause(int attempt) {
        return new Work<>(errand -> errand.pause(attempt).thenApply(rested -> true));
    }

    /**
     * Something that is no request to DynamoDB, such as one to another store; it passes no layer and is on no bill.
     *
     * <p>A runner over a blocking client waits for it on the caller's thread.
     */
    public static <T> Work<T> elsewhere(Supplier<CompletableFuture<T>> step) {
        return new Work<>(errand -> errand.elsewhere(step.get()));
    }

    public static Work<GetItemResponse> ask(GetItemRequest request) {
        return ask(Ask.of(request));
    }

    public static Work<BatchGetItemResponse> ask(BatchGetItemRequest request) {
        return ask(Ask.of(request));
    }

    public static Work<QueryResponse> ask(QueryRequest request) {
        return ask(Ask.of(request));
    }

    public static Work<ScanResponse> ask(ScanRequest request) {
        return ask(Ask.of(request));
    }

    public static Work<PutItemResponse> ask(PutItemRequest request) {
        return ask(Ask.of(request));
    }

    public static Work<UpdateItemResponse> ask(UpdateItemRequest request) {
        return ask(Ask.of(request));
    }

    public static Work<DeleteItemResponse> ask(DeleteItemRequest request) {
        return ask(Ask.of(request));
    }

    public static Work<BatchWriteItemResponse> ask(BatchWriteItemRequest request) {
        return ask(Ask.of(request));
    }

    public static Work<TransactWriteItemsResponse> ask(TransactWriteItemsRequest request) {
        return ask(Ask.of(request));
    }

    private static <R extends DynamoDbResponse> Work<R> ask(Ask<R> request) {
        return new Work<>(errand -> errand.ask(request));
    }

    /** Both, at the same time if the runner can; fails if either does, after both have ended. */
    public static <A, B, C> Work<C> both(Work<A> one, Work<B> other, BiFunction<A, B, C> combine) {
        return new Work<>(errand -> errand.both(one, other, combine));
    }

    /** Repeats a step until it is finished, without growing the stack. */
    public static <S, T> Work<T> repeat(S seed, Function<S, Work<Step<S, T>>> step) {
        return new Work<>(errand -> loop(seed, step, errand));
    }

    public static <S, T> Step<S, T> again(S state) {
        return new Step.Again<>(state);
    }

    public static <S, T> Step<S, T> finished(T answer) {
        return new Step.Finished<>(answer);
    }

    public <U> Work<U> then(Function<? super T, Work<U>> next) {
        return new Work<>(
                errand -> by(errand).thenCompose(answer -> next.apply(answer).by(errand)));
    }

    public <U> Work<U> map(Function<? super T, ? extends U> change) {
        return new Work<>(errand -> by(errand).thenApply(change));
    }

    /** What to do instead if it fails in this way; other failures pass. */
    public <E extends Throwable> Work<T> on(Class<E> kind, Function<? super E, Work<T>> instead) {
        return new Work<>(errand -> by(errand).exceptionallyCompose(failure -> {
            Throwable reason = Runner.reason(failure);
            return kind.isInstance(reason)
                    ? instead.apply(kind.cast(reason)).by(errand)
                    : CompletableFuture.failedFuture(reason);
        }));
    }

    CompletableFuture<T> by(Errand errand) {
        try {
            return steps.apply(errand);
        } catch (RuntimeException | Error failure) {
            return CompletableFuture.failedFuture(failure);
        }
    }

    private static <S, T> CompletableFuture<T> loop(S seed, Function<S, Work<Step<S, T>>> body, Errand errand) {
        S state = seed;
        while (true) {
            CompletableFuture<Step<S, T>> step = body.apply(state).by(errand);
            if (!step.isDone() || step.isCompletedExceptionally()) {
                return step.thenCompose(next -> next instanceof Step.Finished<S, T> end
                        ? CompletableFuture.completedFuture(end.answer())
                        : loop(((Step.Again<S, T>) next).state(), body, errand));
            }
            Step<S, T> next = step.join();
            if (next instanceof Step.Finished<S, T> end) {
                return CompletableFuture.completedFuture(end.answer());
            }
            state = ((Step.Again<S, T>) next).state();
        }
    }
}
