package dojo.session.cache;

import com.github.benmanes.caffeine.cache.Ticker;
import dojo.session.SessionId;
import dojo.session.work.Ask;
import dojo.session.work.Errand;
import dojo.session.work.Layer;
import dojo.session.work.Touched;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/**
 * Answers eventually consistent reads from the memory of this process, if it has made them a moment ago.
 *
 * <p>A hit costs nothing, and is on no bill. What is cached: items read by key, and keys without an item; results of
 * queries to the table, empty ones too, by the whole request. What is not: strongly consistent reads, transactions,
 * scans, queries to an index, gets with a projection. Errors are not cached.
 *
 * <p>What another process writes is seen when the time of {@link CacheSettings} is over; so is its erasure, unless
 * somebody calls {@link #forget(String, SessionId)} here. What this process writes through the same layer is seen as the
 * {@link Rules} say. A head that says its session has ended is read again: another process may have extended it.
 *
 * <p>Make one for all memories of a table, and put it outermost. Thread-safe, blocks nobody, holds no thread.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DAX.consistency.html">AWS: DAX and
 *     DynamoDB consistency models</a>
 */
public final class ReadThrough implements Layer {
    private final Rules rules;
    private final ItemCache items;
    private final QueryCache queries;
    private final Fences fences = new Fences();
    private final LongAdder hits = new LongAdder();
    private final LongAdder misses = new LongAdder();

    private ReadThrough(CacheSettings settings) {
        this.rules = settings.rules();
        Ticker ticker = () -> nanos(settings.clock().instant());
        this.items = new ItemCache(settings.items(), settings.mostBytes() / 2, ticker);
        this.queries = new QueryCache(settings.queries(), settings.mostBytes() / 2, ticker);
    }

    /** An empty cache. */
    public static ReadThrough with(CacheSettings settings) {
        return new ReadThrough(settings);
    }

    private static long nanos(Instant now) {
        return now.getEpochSecond() * 1_000_000_000 + now.getNano();
    }

    /** What the cache did so far, and holds. */
    public record Report(long hits, long misses, long items, long queries) {}

    /** Counts; costs a look at everything that is cached. */
    public Report report() {
        return new Report(hits.sum(), misses.sum(), items.size(), queries.size());
    }

    /** Forgets all that is cached of a session, for instance because another process has erased it. */
    public void forget(String table, SessionId session) {
        Partition partition = new Partition(table, AttributeValue.fromS("SESSION#" + session.value()));
        fences.raise(partition);
        items.forget(partition);
        queries.forget(partition);
    }

    /** Forgets everything. */
    public void forgetAll() {
        items.forgetAll();
        queries.forgetAll();
    }

    @Override
    public <R extends DynamoDbResponse> CompletableFuture<R> ask(Ask<R> ask, Errand errand, Next next) {
        if (ask.writes()) {
            return write(ask, next);
        }
        if (ask.request() instanceof GetItemRequest get && eventual(get.consistentRead()) && whole(get)) {
            return get(ask, get, errand, next);
        }
        if (ask.request() instanceof QueryRequest query && eventual(query.consistentRead())) {
            return Partition.of(query)
                    .map(partition -> query(ask, query, partition, next))
                    .orElseGet(() -> next.ask(ask));
        }
        return next.ask(ask);
    }

    private static boolean eventual(Boolean consistentRead) {
        return !Boolean.TRUE.equals(consistentRead);
    }

    private static boolean whole(GetItemRequest get) {
        return get.projectionExpression() == null && !get.hasAttributesToGet();
    }

    private <R extends DynamoDbResponse> CompletableFuture<R> get(
            Ask<R> ask, GetItemRequest get, Errand errand, Next next) {
        ItemKey key = ItemKey.of(get.tableName(), get.key());
        Optional<GetItemResponse> known = items.find(key).filter(answer -> !over(answer, errand.now()));
        if (known.isPresent()) {
            return hit(known.get());
        }
        return miss(ask, next, key.partition(), seen -> response -> {
            GetItemResponse answer = (GetItemResponse) response;
            Optional<Map<String, AttributeValue>> item =
                    answer.hasItem() ? Optional.of(answer.item()) : Optional.empty();
            items.keep(key, item, () -> fences.count(key.partition()) == seen);
        });
    }

    /** The head of a session that has ended, as far as this copy knows. */
    private static boolean over(GetItemResponse answer, Instant now) {
        AttributeValue end = answer.item().get("expires_at");
        return end != null && end.n() != null && Long.parseLong(end.n()) <= now.getEpochSecond();
    }

    private <R extends DynamoDbResponse> CompletableFuture<R> query(
            Ask<R> ask, QueryRequest query, Partition partition, Next next) {
        Optional<QueryResponse> known = queries.find(partition, query);
        if (known.isPresent()) {
            return hit(known.get());
        }
        return miss(
                ask,
                next,
                partition,
                seen -> response -> queries.keep(
                        partition, query, (QueryResponse) response, () -> fences.count(partition) == seen));
    }

    /** The key of the cache is the request, and the request decides on the kind of response. */
    @SuppressWarnings("unchecked")
    private <R extends DynamoDbResponse> CompletableFuture<R> hit(DynamoDbResponse known) {
        hits.increment();
        return CompletableFuture.completedFuture((R) known);
    }

    private interface Keeping {
        Consumer<DynamoDbResponse> since(long seen);
    }

    private <R extends DynamoDbResponse> CompletableFuture<R> miss(
            Ask<R> ask, Next next, Partition partition, Keeping keeping) {
        misses.increment();
        Consumer<DynamoDbResponse> keep = keeping.since(fences.count(partition));
        return next.ask(ask).thenApply(response -> {
            keep.accept(response);
            return response;
        });
    }

    private <R extends DynamoDbResponse> CompletableFuture<R> write(Ask<R> ask, Next next) {
        List<ItemKey> touched = Touched.by(ask.request()).stream()
                .map(item -> ItemKey.of(item.table(), item.attributes()))
                .toList();
        Map<Partition, Long> begun = touched.stream()
                .map(ItemKey::partition)
                .distinct()
                .collect(Collectors.toMap(
                        partition -> partition, fences::raise, (one, other) -> one, LinkedHashMap::new));
        return next.ask(ask).whenComplete((response, failure) -> written(ask, touched, begun, failure == null));
    }

    private void written(Ask<?> ask, List<ItemKey> touched, Map<Partition, Long> begun, boolean stored) {
        if (rules == Rules.LIKE_DAX && !stored) {
            return;
        }
        boolean alone = begun.entrySet().stream()
                .allMatch(partition -> fences.count(partition.getKey()) == partition.getValue());
        begun.keySet().forEach(fences::raise);
        if (rules == Rules.OWN_WRITES) {
            begun.keySet().forEach(queries::forget);
        }
        touched.forEach(items::forget);
        if (rules == Rules.LIKE_DAX && alone && ask.request() instanceof PutItemRequest put) {
            ItemKey key = touched.get(0);
            long seen = fences.count(key.partition());
            items.keep(key, Optional.of(put.item()), () -> fences.count(key.partition()) == seen);
        }
    }
}
