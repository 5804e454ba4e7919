package dojo.session.table;

import dojo.session.work.Ask;
import dojo.session.work.Errand;
import dojo.session.work.Layer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * Sends a read a second time when its answer is late, and takes the answer that comes first.
 *
 * <p>Most reads are answered at once and cost what they cost; a late one costs its units again, and the copy that loses
 * appears on the bill only if it ends before the operation does. One read in twenty may be hedged: when everything is
 * late, twice the load is no help. Writes are never hedged, since the copy would be refused and billed, and could meet
 * the original in flight. Only for an asynchronous memory: a blocking one cannot ask twice. Thread-safe, shared by all
 * operations of a memory.
 *
 * @see <a href="https://research.google/pubs/the-tail-at-scale/">Dean and Barroso, The Tail at Scale: hedged requests</a>
 */
public final class HedgedReads implements Layer {
    private static final long ONE = 1_000;
    private static final long EARNED_BY_A_READ = ONE / 20;
    private static final long MOST_SAVED = 10 * ONE;

    private final Executor later;
    private final AtomicLong budget = new AtomicLong(MOST_SAVED);

    private HedgedReads(Executor later) {
        this.later = later;
    }

    /**
     * A hedge after this time; choose what 95 of 100 reads stay below, as your metrics tell.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public static HedgedReads after(Duration wait) {
        if (wait.isNegative() || wait.isZero()) {
            throw new IllegalArgumentException(
                    "A hedge waits for a positive time, got " + wait + ": choose the 95th percentile of your reads.");
        }
        return on(CompletableFuture.delayedExecutor(wait.toNanos(), TimeUnit.NANOSECONDS));
    }

    /** A hedge whenever this executor gets to it. */
    static HedgedReads on(Executor later) {
        return new HedgedReads(later);
    }

    @Override
    public <R extends DynamoDbResponse> CompletableFuture<R> ask(Ask<R> ask, Errand errand, Next next) {
        CompletableFuture<R> first = next.ask(ask);
        boolean read = ask.request() instanceof GetItemRequest || ask.request() instanceof QueryRequest;
        if (!read || first.isDone()) {
            return first;
        }
        budget.updateAndGet(saved -> Math.min(MOST_SAVED, saved + EARNED_BY_A_READ));
        CompletableFuture<R> answer = new CompletableFuture<>();
        AtomicInteger awaited = new AtomicInteger(1);
        settle(first, answer, awaited);
        later.execute(() -> {
            if (!answer.isDone() && spend()) {
                awaited.incrementAndGet();
                settle(next.ask(ask), answer, awaited);
            }
        });
        return answer;
    }

    private boolean spend() {
        return budget.getAndUpdate(saved -> saved < ONE ? saved : saved - ONE) >= ONE;
    }

    /** The first success is the answer; a failure is one only if no other attempt is under way. */
    @SuppressWarnings("FutureReturnValueIgnored") // its outcome is passed on to the answer
    private static <R> void settle(CompletableFuture<R> attempt, CompletableFuture<R> answer, AtomicInteger awaited) {
        attempt.whenComplete((response, failure) -> {
            int left = awaited.decrementAndGet();
            if (failure == null) {
                answer.complete(response);
            } else if (left == 0) {
                answer.completeExceptionally(failure);
            }
        });
    }
}
