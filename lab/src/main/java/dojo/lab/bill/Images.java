package dojo.lab.bill;

import dojo.lab.store.Store;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;

/**
 * What items looked like before and after a write, read from the store while nobody else may write them.
 *
 * <p>Writers that go around the bill are not kept out: a bill beside them may be off by their change. Safe for use by
 * many threads.
 */
final class Images {

    private static final int STRIPES = 256;

    private final List<ReentrantLock> locks;

    Images() {
        this(ReentrantLock::new);
    }

    /** Over locks of the caller's making, so that a test can see who waits. */
    Images(Supplier<ReentrantLock> lock) {
        locks = Stream.generate(lock).limit(STRIPES).toList();
    }

    /** Locks the items until the answer is closed, and reads them. */
    Held hold(Collection<ItemKey> keys, Store store) {
        // Sorted, so that two requests over the same items cannot each hold what the other waits for.
        List<ReentrantLock> needed = keys.stream()
                .map(Images::stripe)
                .distinct()
                .sorted()
                .map(locks::get)
                .toList();
        needed.forEach(ReentrantLock::lock);
        Held held = new Held(needed, store);
        try {
            keys.forEach(key -> held.before.put(key, held.now(key)));
            return held;
        } catch (RuntimeException | Error e) {
            held.close();
            throw e;
        }
    }

    static int stripe(ItemKey key) {
        return Math.floorMod(key.canonical().hashCode(), STRIPES);
    }

    /** The whole item, strongly consistent; empty if it is not there or cannot be. */
    static Map<String, AttributeValue> read(ItemKey key, Store store) {
        try {
            var request = GetItemRequest.builder()
                    .tableName(key.table())
                    .key(key.attributes())
                    .consistentRead(true)
                    .build();
            return ((GetItemResponse) store.execute(request)).item();
        } catch (DynamoDbException e) {
            // A key the table cannot have: the caller's own request is refused next, in the service's words.
            return Map.of();
        }
    }

    /** Items that no other request can write until {@link #close}. */
    static final class Held implements AutoCloseable {

        private final List<ReentrantLock> locks;
        private final Store store;
        private final Map<ItemKey, Map<String, AttributeValue>> before = new HashMap<>();

        private Held(List<ReentrantLock> locks, Store store) {
            this.locks = locks;
            this.store = store;
        }

        /** The item as it was when the locks were taken. */
        Map<String, AttributeValue> before(ItemWrite write) {
            return before(write.key());
        }

        /** The item as it was when the locks were taken. */
        Map<String, AttributeValue> before(ItemKey key) {
            return before.getOrDefault(key, Map.of());
        }

        /** The item as the write has left it, read from the store only where it cannot be known otherwise. */
        Map<String, AttributeValue> after(ItemWrite write) {
            return switch (write.kind()) {
                case DELETE -> Map.of();
                case CHECK -> before(write.key());
                // Index entries are compared, so they need the item in the store's own spelling.
                case PUT -> write.shape().indexes().isEmpty() ? write.attributes() : now(write.key());
                case UPDATE -> now(write.key());
            };
        }

        /** The item as it is. */
        private Map<String, AttributeValue> now(ItemKey key) {
            return read(key, store);
        }

        @Override
        public void close() {
            locks.forEach(ReentrantLock::unlock);
        }
    }
}
