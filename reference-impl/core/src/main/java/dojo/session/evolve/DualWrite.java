package dojo.session.evolve;

import dojo.session.work.Ask;
import dojo.session.work.Errand;
import dojo.session.work.Layer;
import dojo.session.work.Touched;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbResponse;

/**
 * Copies what a memory writes to its table into another one, while the old table decides.
 *
 * <p>A layer for every memory on the old table. A write goes to the old table first, where its condition is judged; then
 * the items it may have changed are copied, whatever came back but a refused condition, because an answer may be lost.
 * A copy that fails does not fail the write; reconciliation finds it. Each write costs, besides, for each item four
 * read units and its write units again, for each started 4 KB and 1 KB.
 *
 * <p>Which phase the move is in is read again before its knowledge is half a lease old, for one read unit; no write is
 * sent on older knowledge than a lease. Thread-safe; failures are {@link TableFrozen}.
 */
public final class DualWrite implements Layer {
    private static final int ATTEMPTS = 5;

    private final Copy copy;
    private final PhaseItem item;
    private final Duration lease;
    private final AtomicReference<Known> known = new AtomicReference<>(new Known(Phase.NONE, Instant.MIN));
    private final AtomicLong missed = new AtomicLong();

    private record Known(Phase phase, Instant asked) {}

    DualWrite(String from, String to, Layout layout, PhaseItem item, Duration lease) {
        this.copy = new Copy(from, to, layout, ATTEMPTS);
        this.item = item;
        this.lease = lease;
    }

    /** How many copies failed in this process; each is a difference until somebody reconciles. */
    public long missed() {
        return missed.get();
    }

    @Override
    public <R extends DynamoDbResponse> CompletableFuture<R> ask(Ask<R> ask, Errand errand, Next next) {
        Set<Key> keys = Touched.by(ask.request()).stream()
                .filter(item -> item.table().equals(copy.from()))
                .map(item -> Key.of(item.attributes()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (keys.isEmpty()) {
            return next.ask(ask);
        }
        return phase(errand, next).thenCompose(phase -> switch (phase) {
            case FROZEN, MOVED -> CompletableFuture.failedFuture(new TableFrozen(copy.from(), phase));
            case NONE -> next.ask(ask);
            case DUAL -> both(ask, keys, next);
        });
    }

    private CompletableFuture<Phase> phase(Errand errand, Next next) {
        Instant now = errand.now();
        Known last = known.get();
        if (last.asked().isAfter(now.minus(lease.dividedBy(2)))) {
            return CompletableFuture.completedFuture(last.phase());
        }
        return next.ask(Ask.of(item.get())).thenApply(answer -> {
            Phase phase = PhaseItem.read(answer);
            // It was true at some time after the question, so the lease counts from there.
            known.set(new Known(phase, now));
            return phase;
        });
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the copy is waited for, by the second step
    private <R extends DynamoDbResponse> CompletableFuture<R> both(Ask<R> ask, Set<Key> keys, Next next) {
        CompletableFuture<R> written = next.ask(ask);
        return written.handle((answer, failure) ->
                        refused(failure) ? CompletableFuture.<@Nullable Void>completedFuture(null) : copies(keys, next))
                .thenCompose(copied -> copied)
                .thenCompose(copied -> written);
    }

    private CompletableFuture<@Nullable Void> copies(Set<Key> keys, Next next) {
        CompletableFuture<@Nullable Void> all = CompletableFuture.completedFuture(null);
        for (Key key : keys) {
            all = all.thenCompose(before -> copy.bring(key, Asker.by(next))).handle((outcome, failure) -> {
                if (failure != null || outcome == Copy.Outcome.BUSY) {
                    missed.incrementAndGet();
                }
                return null;
            });
        }
        return all;
    }

    private static boolean refused(@Nullable Throwable failure) {
        Throwable reason = failure instanceof CompletionException ? failure.getCause() : failure;
        return reason instanceof ConditionalCheckFailedException;
    }
}
