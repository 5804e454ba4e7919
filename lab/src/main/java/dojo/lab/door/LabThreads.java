package dojo.lab.door;

import dojo.lab.time.Scenario;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Threads on which requests run, never interrupted.
 *
 * <p>A time-out of the SDK interrupts the calling thread; DynamoDB Local, interrupted, was seen to answer with an error
 * after it had committed. So the caller waits, and may stop waiting, while the request goes on to its end.
 */
final class LabThreads implements AutoCloseable {

    private final ExecutorService threads;

    private LabThreads(ExecutorService threads) {
        this.threads = threads;
    }

    /** A thread for each caller that waits. */
    static LabThreads asManyAsCallers() {
        return new LabThreads(Executors.newCachedThreadPool(LabThreads::thread));
    }

    /** At most so many threads; what comes on top waits its turn. */
    static LabThreads atMost(int most) {
        ThreadPoolExecutor bounded = new ThreadPoolExecutor(
                most, most, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), LabThreads::thread);
        bounded.allowCoreThreadTimeOut(true);
        return new LabThreads(bounded);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "lab");
        thread.setDaemon(true);
        return thread;
    }

    /** Nobody waits; but inside a task of a scenario, which does nothing while others act, the work is done at once. */
    void start(Runnable work) {
        if (Scenario.insideTask()) {
            whole(work);
        } else {
            threads.execute(work);
        }
    }

    private void whole(Runnable work) {
        try {
            call(Executors.callable(work));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

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
            if (e.getCause() instanceof IOException thrown) {
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
