package dojo.workbench.check;

import dojo.workbench.worker.ChildJvm;
import dojo.workbench.worker.JvmLayout;
import dojo.workbench.worker.Wire;
import dojo.workbench.worker.WorkerMain;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;

/**
 * The worker processes: those at work, and one more that waits, warm, to take the place of one that was spoilt.
 *
 * <p>Thread-safe. Whoever takes a worker gives it back, or says that it is spoilt.
 */
final class WorkerPool implements AutoCloseable {
    private static final int WARM_UP_ROUNDS = 3;

    private final JvmLayout layout;
    private final int workers;
    private final Semaphore permits;
    private final Deque<CompletableFuture<ChildJvm>> waiting = new ArrayDeque<>();
    private int taken;
    private int lent;
    private boolean used;
    private boolean closed;

    WorkerPool(JvmLayout layout, int workers) {
        this.layout = layout;
        this.workers = workers;
        permits = new Semaphore(workers, true);
    }

    /** Begins to start a process if none waits, and returns at once. */
    synchronized void prepare() {
        if (waiting.isEmpty() && taken < workers) {
            waiting.add(start(false));
        }
    }

    /** Starts every process there will be, and has each run what checks typically do. */
    synchronized void warmUp() {
        while (!closed && taken + lent + waiting.size() < workers + 1) {
            waiting.add(start(true));
        }
    }

    /** A worker nobody else has; waits for one that starts. */
    ChildJvm take() throws InterruptedException {
        permits.acquire();
        try {
            ChildJvm worker = next().get();
            while (!worker.isAlive()) {
                worker.close();
                worker = start(false).get();
            }
            return worker;
        } catch (ExecutionException e) {
            returned();
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new CannotCheck(String.valueOf(
                    cause instanceof UncheckedIOException && cause.getCause() != null
                            ? cause.getCause().getMessage()
                            : cause.getMessage()));
        } catch (InterruptedException e) {
            returned();
            throw e;
        }
    }

    private synchronized CompletableFuture<ChildJvm> next() {
        if (closed) {
            permits.release();
            throw new CannotCheck("The checker is closed.");
        }
        taken++;
        CompletableFuture<ChildJvm> first = waiting.poll();
        CompletableFuture<ChildJvm> next = first == null ? start(false) : first;
        if (used) {
            warmUp(); // One check needs no spare; whoever comes back is likely to come again.
        }
        used = true;
        return next;
    }

    private synchronized void returned() {
        taken--;
        permits.release();
    }

    /** Gives a worker back that is as it was. */
    synchronized void giveBack(ChildJvm worker) {
        if (closed) {
            worker.close();
        } else {
            // In front of the spare: what has run already runs faster.
            waiting.addFirst(CompletableFuture.completedFuture(worker));
        }
        returned();
    }

    /** Ends a worker; the spare takes its place, and a new spare starts. */
    void discard(ChildJvm worker) {
        returned();
        worker.close();
    }

    /** The spare, if there is one and it stands ready: who has a worker may use it as well, and hurries to return it. */
    synchronized Optional<ChildJvm> borrowSpare() {
        CompletableFuture<ChildJvm> spare = waiting.peek();
        boolean started = spare != null && spare.isDone() && !spare.isCompletedExceptionally();
        if (closed || !started || waiting.size() <= workers - taken) {
            return Optional.empty();
        }
        waiting.remove();
        ChildJvm ready = spare.join();
        if (!ready.isAlive()) {
            ready.close();
            return Optional.empty();
        }
        lent++;
        return Optional.of(ready);
    }

    /** Takes the spare back, as it was. */
    synchronized void returnSpare(ChildJvm worker) {
        lent--;
        if (closed) {
            worker.close();
        } else {
            waiting.addLast(CompletableFuture.completedFuture(worker));
        }
    }

    /** Ends a spare that was lent; the next check brings a new one. */
    void discardSpare(ChildJvm worker) {
        synchronized (this) {
            lent--;
        }
        worker.close();
    }

    private CompletableFuture<ChildJvm> start(boolean warm) {
        return CompletableFuture.supplyAsync(() -> launch(warm), WorkerPool::background);
    }

    private static void background(Runnable work) {
        Thread thread = new Thread(work, "dojo-worker-start");
        thread.setDaemon(true);
        thread.start();
    }

    private ChildJvm launch(boolean warm) {
        try {
            ChildJvm worker = ChildJvm.start(layout, WorkerMain.class.getName());
            if (warm) {
                worker.wire().send(Wire.message().put("ask", "warm").put("times", WARM_UP_ROUNDS));
            }
            return worker;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        for (CompletableFuture<ChildJvm> future = waiting.poll(); future != null; future = waiting.poll()) {
            CompletableFuture<Void> closing = future.thenAccept(ChildJvm::close);
            closing.exceptionally(e -> null);
        }
    }
}
