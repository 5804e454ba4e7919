package dojo.lab.door;

import dojo.lab.time.Scenario;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Threads on which requests run, never interrupted, one for each caller that waits.
 *
 * <p>A time-out of the SDK interrupts the calling thread; DynamoDB Local, interrupted, was seen to answer with an error
 * after it had committed. So the caller waits, and may stop waiting, while the request goes on to its end.
 */
final class LabThreads implements AutoCloseable {

    private final Deque<Carrier> idle = new ConcurrentLinkedDeque<>();
    private volatile boolean closed;

    <T> T call(Callable<T> request) throws IOException {
        if (closed) {
            throw new IllegalStateException("The lab is closed. Open another one.");
        }
        Callable<T> carried = Scenario.carried(request);
        Carrier taken = idle.pollFirst();
        Carrier carrier = taken == null ? Carrier.started(idle) : taken;
        FutureTask<T> answer = new FutureTask<>(() -> {
            try {
                return carried.call();
            } finally {
                // Before the caller learns the answer, so that its next request finds this thread.
                carrier.lineUp();
                if (closed) {
                    carrier.close();
                }
            }
        });
        carrier.give(answer);
        return outcome(answer);
    }

    private static <T> T outcome(FutureTask<T> answer) throws IOException {
        try {
            return answer.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            InterruptedIOException abandoned = new InterruptedIOException(
                    "The caller was interrupted while it waited for an answer; the request may have been done.");
            abandoned.initCause(e);
            throw abandoned;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException thrown) {
                throw thrown;
            }
            if (e.getCause() instanceof Error thrown) {
                throw thrown;
            }
            if (e.getCause() instanceof IOException thrown) {
                throw thrown;
            }
            throw new IOException(e.getCause());
        }
    }

    /** Requests that run go on to their end. */
    @Override
    public void close() {
        closed = true;
        idle.forEach(Carrier::close);
    }
}
