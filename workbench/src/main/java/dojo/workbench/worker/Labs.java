package dojo.workbench.worker;

import dojo.lab.Lab;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * A fresh lab for every run, opened while the one before is still looked at.
 *
 * <p>A learner who closes a client or drops a table spoils one run only.
 */
public final class Labs {
    private CompletableFuture<Lab> next = CompletableFuture.supplyAsync(Labs::open, Labs::background);

    /**
     * A lab that nobody has touched; the next one is opened behind it.
     *
     * @throws IllegalStateException with a sentence if there is none to be had
     */
    synchronized Lab take() throws InterruptedException {
        try {
            return next.get();
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new IllegalStateException(String.valueOf(cause.getMessage()), cause);
        } finally {
            next = new CompletableFuture<>();
        }
    }

    /** Opens the next lab; call it when nobody waits. */
    synchronized void refill() {
        if (!next.isDone()) {
            next.completeAsync(Labs::open, Labs::background);
        }
    }

    private static void background(Runnable work) {
        Thread thread = new Thread(work, "dojo-lab-opener");
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
