package dojo.lab.door;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;
import software.amazon.awssdk.utils.BinaryUtils;

/** Collects a published body. */
final class Bytes implements Subscriber<ByteBuffer> {

    private final ByteArrayOutputStream collected = new ByteArrayOutputStream();
    private final CompletableFuture<byte[]> whole = new CompletableFuture<>();

    private Bytes() {}

    /** The whole body, once it has been published. */
    static CompletableFuture<byte[]> of(Publisher<ByteBuffer> publisher) {
        Bytes bytes = new Bytes();
        publisher.subscribe(bytes);
        return bytes.whole;
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(ByteBuffer piece) {
        collected.writeBytes(BinaryUtils.copyRemainingBytesFrom(piece));
    }

    @Override
    public void onError(Throwable failure) {
        whole.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        whole.complete(collected.toByteArray());
    }
}
