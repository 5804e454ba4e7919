package dojo.lab.time;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** One of the tasks of a scenario, on whichever thread it is at the moment. */
final class Task {

    private static final ThreadLocal<@Nullable Task> CURRENT = new ThreadLocal<>();

    private final String name;
    private final int number;
    private final Turns turns;
    private final Thread thread;
    /** How often it has waited for a turn; guarded by the lock of {@link Turns}. */
    private long waits;
    /** How many of its threads wait for a turn; guarded by the same lock, and more than one only after a time-out. */
    private int waiting;

    private volatile @Nullable Throwable failure;

    Task(String name, int number, Turns turns, Scenario.Work work) {
        this.name = name;
        this.number = number;
        this.turns = turns;
        thread = new Thread(() -> act(work), name);
        thread.setDaemon(true);
    }

    /** The task on whose behalf this thread acts, or null. */
    static @Nullable Task current() {
        return CURRENT.get();
    }

    /** The same work, on behalf of the caller's task whichever thread does it, and not before that task's next turn. */
    static <T> Callable<T> carried(Callable<T> work) {
        Task task = current();
        if (task == null) {
            return Movement.carried(work);
        }
        return () -> {
            try {
                return task.call(() -> {
                    task.sleep(Duration.ZERO);
                    return work.call();
                });
            } finally {
                task.turns.endOfRequest(task);
            }
        };
    }

    /** The same work, on behalf of no task: what an event of the clock does takes nobody's time. */
    static Runnable onBehalfOfNone(Runnable work) {
        return () -> {
            Task former = CURRENT.get();
            CURRENT.remove();
            try {
                work.run();
            } finally {
                CURRENT.set(former);
            }
        };
    }

    /** Waits for its first turn and then for nothing but its own sleep. */
    private void act(Scenario.Work work) {
        try {
            call(() -> {
                turns.awaitFirst(this);
                work.run();
                return number;
            });
        } catch (Turns.Stopped e) {
            // Said already, and once, by whoever stopped all tasks.
        } catch (Throwable e) {
            failure = e;
        } finally {
            turns.end(this);
        }
    }

    private <T> T call(Callable<T> work) throws Exception {
        Task former = CURRENT.get();
        CURRENT.set(this);
        try {
            return work.call();
        } finally {
            CURRENT.set(former);
        }
    }

    void sleep(Duration duration) {
        turns.sleep(this, duration);
    }

    boolean livesBy(VirtualClock clock) {
        return turns.clock() == clock;
    }

    /** Notes that one more of its threads waits for a turn; how many waits there were before. */
    long waits() {
        waiting++;
        return waits++;
    }

    /** Notes that one of its threads has got what it waited for. */
    void getsTurn() {
        waiting--;
    }

    boolean isWaiting() {
        return waiting > 0;
    }

    String name() {
        return name;
    }

    int number() {
        return number;
    }

    Thread thread() {
        return thread;
    }

    @Nullable
    Throwable failure() {
        return failure;
    }
}
