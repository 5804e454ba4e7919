package dojo.lab.door;

import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A thread that does one piece of work at a time, given to it directly.
 *
 * <p>A caller that asks again finds the thread it has just had: with a queue in between, each request would wake another
 * one, and half of the time would go into that. One that has had nothing to do for ten seconds ends.
 */
final class Carrier implements Runnable {

    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(10);

    private final Deque<Carrier> idle;
    private final Thread thread = new Thread(this, "lab");
    private volatile @Nullable Runnable work;
    private volatile boolean closed;

    private Carrier(Deque<Carrier> idle) {
        this.idle = idle;
    }

    /** A thread that lines up with the idle ones whenever it is about to be done. */
    static Carrier started(Deque<Carrier> idle) {
        Carrier carrier = new Carrier(idle);
        carrier.thread.setDaemon(true);
        carrier.thread.start();
        return carrier;
    }

    /** Gives it work; only who took it from the idle ones, or has just started it, may do so. */
    void give(Runnable next) {
        work = next;
        LockSupport.unpark(thread);
    }

    /** To be called at the end of the work, before anybody learns its outcome. */
    void lineUp() {
        idle.addFirst(this);
    }

    /** Ends it once it has nothing to do. */
    void close() {
        closed = true;
        LockSupport.unpark(thread);
    }

    @Override
    public void run() {
        for (Runnable next = await(); next != null; next = await()) {
            work = null;
            next.run();
        }
    }

    /** The next piece of work; null if there will be none. */
    private @Nullable Runnable await() {
        long begun = System.nanoTime();
        while (true) {
            Runnable next = work;
            if (next != null) {
                return next;
            }
            boolean bored = System.nanoTime() - begun >= PATIENCE;
            // Whoever has taken it from the idle ones is about to give it work.
            if ((bored || closed) && idle.remove(this)) {
                return null;
            }
            LockSupport.parkNanos(this, PATIENCE);
        }
    }
}
