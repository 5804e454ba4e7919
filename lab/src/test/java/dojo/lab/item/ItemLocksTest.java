package dojo.lab.item;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class ItemLocksTest {

    private final CountDownLatch waits = new CountDownLatch(1);
    private final ItemLocks locks = new ItemLocks(() -> new ObservedLock(waits));

    @Test
    void a_request_that_waits_for_its_first_lock_holds_none_of_the_later_ones() throws Exception {
        List<ItemKey> inOrder = Stream.of("a", "b")
                .map(sort -> new ItemKey(
                        "sessions", Map.of("PK", AttributeValue.fromS("p"), "SK", AttributeValue.fromS(sort))))
                .sorted(Comparator.comparingInt(ItemLocks::stripe))
                .toList();
        ItemKey first = inOrder.get(0);
        ItemKey second = inOrder.get(1);
        ItemLocks.Held held = locks.hold(List.of(first));
        Thread waiting = new Thread(() -> locks.hold(List.of(second, first)).release());
        waiting.start();
        assertThat(waits.await(30, TimeUnit.SECONDS)).isTrue();

        var other = CompletableFuture.supplyAsync(() -> {
            locks.hold(List.of(second)).release();
            return true;
        });

        assertThat(other.get(5, TimeUnit.SECONDS)).isTrue();
        held.release();
        waiting.join();
    }

    /** Tells of a thread that is about to wait: whatever it locked earlier, it holds by then. */
    @SuppressWarnings("serial") // Never written anywhere.
    private static final class ObservedLock extends ReentrantLock {

        private final CountDownLatch waits;

        ObservedLock(CountDownLatch waits) {
            this.waits = waits;
        }

        @Override
        public void lock() {
            if (isLocked()) {
                waits.countDown();
            }
            super.lock();
        }
    }
}
