package dojo.lab.door;

import dojo.lab.time.Scenario;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Threads on which requests run, never interrupted.
 *
 * <p>A time-out of the SDK interrupts the calling thread; DynamoDB Local, interrupted, was seen to answer with an error
 * after it had committed. So the caller waits, and may stop waiting, while the request goes on to its end.
 */
final class LabThreads implements AutoCloseable {

    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "lab");
        thread.setDaemon(true);
        return thread;
    });

    <T> T call(Callable<T> request) throws IOException {
        Future<T> answer = threads.submit(Scenario.carried(request));
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
            throw new IOException(e.getCause());
        }
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
