package dojo.workbench.check;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * What two pieces of work came to that were done at once.
 *
 * @param here what was done on the caller's thread
 * @param there what was done on another, which has ended
 */
record Together<T>(T here, T there) {

    /**
     * Does both.
     *
     * @param atLast done whatever happens, before the other thread is interrupted
     */
    static <T> Together<T> of(Callable<T> here, Callable<T> there, Runnable atLast) throws InterruptedException {
        FutureTask<T> beside = new FutureTask<>(there);
        Thread thread = new Thread(beside, "dojo-second-worker");
        thread.setDaemon(true);
        thread.start();
        try {
            return new Together<>(here.call(), beside.get());
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException thrown ? thrown : new IllegalStateException(e.getCause());
        } catch (InterruptedException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            atLast.run();
            thread.interrupt();
            thread.join();
        }
    }
}
