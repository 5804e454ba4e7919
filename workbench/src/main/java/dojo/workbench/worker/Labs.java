package dojo.workbench.worker;

import dojo.lab.Lab;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * A fresh lab for every run, opened while the one before is still looked at.
 *
 * <p>A learner who closes a client or drops a table spoils one run only. Thread-safe.
 */
public final class Labs {
    /** Where openers are born; in the group of a run they would look like threads that it left behind. */
    private final ThreadGroup home = Thread.currentThread().getThreadGroup();

    private @Nullable CompletableFuture<Lab> next = opening();

    /**
     * A lab that nobody has touched: the one opened ahead, or one opened now if nobody has called {@link #refill}.
     *
     * @throws IllegalStateException with a sentence if there is none to be had
     */
    Lab take() {
        return opened(taken());
    }

    /**
     * Waits until one stands ready.
     *
     * @throws IllegalStateException with a sentence if there is none to be had
     */
    void await() {
        opened(ahead());
    }

    private static Lab opened(CompletableFuture<Lab> lab) {
        try {
            return lab.get();
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new IllegalStateException(String.valueOf(cause.getMessage()), cause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The run was interrupted before its lab was open.", e);
        }
    }

    /** One that could not be opened is not kept: the next may be. */
    private synchronized CompletableFuture<Lab> ahead() {
        CompletableFuture<Lab> lab = next == null || next.isCompletedExceptionally() ? opening() : next;
        next = lab;
        return lab;
    }

    /** Waiting for it is left to the caller, without the lock: nothing that refills may wait for somebody who waits. */
    private synchronized CompletableFuture<Lab> taken() {
        CompletableFuture<Lab> taken = next == null ? opening() : next;
        next = null;
        return taken;
    }

    /** Opens the next lab; call it when nobody waits. */
    synchronized void refill() {
        if (next == null) {
            next = opening();
        }
    }

    private CompletableFuture<Lab> opening() {
        return CompletableFuture.supplyAsync(Labs::open, this::background);
    }

    private void background(Runnable work) {
        Thread thread = new Thread(home, work, "dojo-lab-opener");
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * The lab that the environment asks for, once it is known to answer.
     *
     * @throws IllegalStateException with a sentence if nobody answers at the endpoint
     */
    public static Lab open() {
        Lab lab = Lab.fromEnvironment();
        if (Lab.endpoint().isPresent()) {
            reach(lab);
        }
        return lab;
    }

    /** A lab in front of an endpoint opens whether or not anybody answers there; ask once. */
    private static void reach(Lab lab) {
        try {
            lab.backstage().listTables(tables -> tables.limit(1));
        } catch (RuntimeException e) {
            lab.close();
            throw new IllegalStateException(
                    "Nobody answers at " + Lab.ENDPOINT + "=" + Lab.endpoint().orElseThrow() + " (" + e.getMessage()
                            + "). Start DynamoDB Local there (docker compose up), or unset " + Lab.ENDPOINT
                            + " to use the built-in one.",
                    e);
        }
    }
}
