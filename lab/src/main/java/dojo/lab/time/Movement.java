package dojo.lab.time;

import java.util.concurrent.Callable;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * An event that runs while its clock stands still for it, and every thread that acts on its behalf.
 *
 * <p>Whoever moves a clock keeps all others out. An event may send requests, which a lab does on threads of its own:
 * to them the clock must be open, or they would wait for the event that waits for them.
 */
final class Movement {

    private static final ThreadLocal<@Nullable Movement> CURRENT = new ThreadLocal<>();

    private final VirtualClock clock;
    /** Held while time moves on behalf of this event; it can do so on several threads. */
    private final ReentrantLock moving = new ReentrantLock();

    private volatile boolean over;

    private Movement(VirtualClock clock) {
        this.clock = clock;
    }

    /** The lock to move this clock under, for the calling thread. */
    static ReentrantLock lock(VirtualClock clock, ReentrantLock otherwise) {
        Movement current = CURRENT.get();
        return current != null && current.clock == clock && !current.over ? current.moving : otherwise;
    }

    /** The same work as an event of the clock. */
    static Runnable event(VirtualClock clock, Runnable work) {
        return () -> {
            Movement own = new Movement(clock);
            try {
                own.call(() -> {
                    work.run();
                    return clock;
                });
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException("A Runnable threw what it cannot throw.", e);
            } finally {
                own.over = true;
            }
        };
    }

    /** The same work on behalf of the event that the calling thread acts for, whichever thread does it. */
    static <T> Callable<T> carried(Callable<T> work) {
        Movement current = CURRENT.get();
        return current == null ? work : () -> current.call(work);
    }

    private <T> T call(Callable<T> work) throws Exception {
        Movement former = CURRENT.get();
        CURRENT.set(this);
        try {
            return work.call();
        } finally {
            CURRENT.set(former);
        }
    }
}
