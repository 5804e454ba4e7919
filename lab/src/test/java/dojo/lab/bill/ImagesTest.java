package dojo.lab.bill;

import static dojo.lab.bill.Scene.key;
import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.store.Store;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;

class ImagesTest {

    private final CountDownLatch waits = new CountDownLatch(1);
    private final Images images = new Images(() -> new ObservedLock(waits));

    @Test
    void a_request_that_waits_for_its_first_lock_holds_none_of_the_later_ones() throws Exception {
        List<ItemKey> inOrder = Stream.of("a", "b")
                .map(sort -> new ItemKey("sessions", key("p", sort)))
                .sorted(Comparator.comparingInt(Images::stripe))
                .toList();
        ItemKey first = inOrder.get(0);
        ItemKey second = inOrder.get(1);
        Images.Held held = images.hold(List.of(first), new EmptyStore());
        Thread waiting = new Thread(
                () -> images.hold(List.of(second, first), new EmptyStore()).close());
        waiting.start();
        assertThat(waits.await(30, TimeUnit.SECONDS)).isTrue();

        var other = CompletableFuture.supplyAsync(() -> {
            try (Images.Held free = images.hold(List.of(second), new EmptyStore())) {
                return free.before(second).isEmpty();
            }
        });

        assertThat(other.get(5, TimeUnit.SECONDS)).isTrue();
        held.close();
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

    private record EmptyStore() implements Store {

        @Override
        public AwsResponse execute(AwsRequest request) {
            return GetItemResponse.builder().build();
        }

        @Override
        public void close() {}
    }
}
