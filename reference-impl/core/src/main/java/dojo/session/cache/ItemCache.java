package dojo.session.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;

/** Items by their keys, and keys without an item. Thread-safe. */
final class ItemCache {
    private final Cache<ItemKey, Optional<Map<String, AttributeValue>>> items;

    ItemCache(Duration time, long mostBytes, Ticker ticker) {
        this.items = Caffeine.newBuilder()
                .expireAfterWrite(time)
                .maximumWeight(mostBytes)
                .<ItemKey, Optional<Map<String, AttributeValue>>>weigher(
                        (key, item) -> Weight.of(item.orElse(Map.of())))
                .ticker(ticker)
                .executor(Runnable::run)
                .build();
    }

    Optional<GetItemResponse> find(ItemKey key) {
        return Optional.ofNullable(items.getIfPresent(key)).map(ItemCache::response);
    }

    private static GetItemResponse response(Optional<Map<String, AttributeValue>> item) {
        GetItemResponse.Builder response = GetItemResponse.builder();
        item.ifPresent(response::item);
        return response.build();
    }

    /** Looks at the fence in the moment of keeping, so that no forgetting falls in between. */
    void keep(ItemKey key, Optional<Map<String, AttributeValue>> item, BooleanSupplier stillTrue) {
        items.asMap().compute(key, (same, before) -> stillTrue.getAsBoolean() ? item : before);
    }

    void forget(ItemKey key) {
        items.invalidate(key);
    }

    void forget(Partition partition) {
        items.asMap().keySet().removeIf(key -> key.partition().equals(partition));
    }

    void forgetAll() {
        items.invalidateAll();
    }

    long size() {
        items.cleanUp();
        return items.estimatedSize();
    }
}
