package dojo.session.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/**
 * Results of queries by the whole request, one partition beside the other so that they can be forgotten together.
 * Thread-safe.
 */
final class QueryCache {
    private final Cache<Partition, Map<QueryRequest, Result>> partitions;
    private final Ticker ticker;
    private final long nanos;

    /** Each result has a time of its own: the one of its partition begins again with every result added. */
    private record Result(QueryResponse response, int weight, long until) {}

    QueryCache(Duration time, long mostBytes, Ticker ticker) {
        this.ticker = ticker;
        this.nanos = time.toNanos();
        this.partitions = Caffeine.newBuilder()
                .expireAfterWrite(time)
                .maximumWeight(mostBytes)
                .<Partition, Map<QueryRequest, Result>>weigher((partition, results) -> weight(results))
                .ticker(ticker)
                .executor(Runnable::run)
                .build();
    }

    private static int weight(Map<QueryRequest, Result> results) {
        return Weight.capped(results.values().stream().mapToLong(Result::weight).sum());
    }

    Optional<QueryResponse> find(Partition partition, QueryRequest query) {
        Map<QueryRequest, Result> results = partitions.getIfPresent(partition);
        return Optional.ofNullable(results)
                .map(known -> known.get(bare(query)))
                .filter(this::fresh)
                .map(Result::response);
    }

    private boolean fresh(Result result) {
        return ticker.read() < result.until();
    }

    /** Looks at the fence in the moment of keeping, so that no forgetting falls in between. */
    void keep(Partition partition, QueryRequest query, QueryResponse response, BooleanSupplier stillTrue) {
        partitions
                .asMap()
                .compute(
                        partition,
                        (same, before) -> stillTrue.getAsBoolean() ? with(before, bare(query), response) : before);
    }

    private Map<QueryRequest, Result> with(
            @Nullable Map<QueryRequest, Result> before, QueryRequest query, QueryResponse response) {
        Map<QueryRequest, Result> results = before == null ? new HashMap<>() : new HashMap<>(before);
        results.values().removeIf(result -> !fresh(result));
        results.put(query, new Result(response, Weight.of(response.items()), ticker.read() + nanos));
        return Map.copyOf(results);
    }

    /** A time limit of one caller makes no other question of it. */
    private static QueryRequest bare(QueryRequest query) {
        return query.toBuilder()
                .overrideConfiguration((AwsRequestOverrideConfiguration) null)
                .build();
    }

    void forget(Partition partition) {
        partitions.invalidate(partition);
    }

    void forgetAll() {
        partitions.invalidateAll();
    }

    long size() {
        partitions.cleanUp();
        return partitions.asMap().values().stream()
                .mapToLong(
                        results -> results.values().stream().filter(this::fresh).count())
                .sum();
    }
}
