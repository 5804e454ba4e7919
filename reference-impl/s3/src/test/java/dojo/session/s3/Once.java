package dojo.session.s3;

import java.nio.ByteBuffer;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** Hands out one buffer, when asked. */
final class Once implements Subscription {
    private final ByteBuffer body;
    private final Subscriber<? super ByteBuffer> subscriber;
    private boolean over;

    Once(ByteBuffer body, Subscriber<? super ByteBuffer> subscriber) {
        this.body = body;
        this.subscriber = subscriber;
    }

    void start() {
        subscriber.onSubscribe(this);
    }

    @Override
    public void request(long n) {
        if (!over) {
            over = true;
            subscriber.onNext(body);
            subscriber.onComplete();
        }
    }

    @Override
    public void cancel() {
        over = true;
    }
}
