package dojo.lab.time;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Whose turn it is: one task's at a time, and next the one that wakes first.
 *
 * <p>Whoever gives up a turn picks the next task, moves the clock to its time and wakes it, so that a turn costs one
 * change of threads, and none if the task goes on by itself.
 */
final class Turns {

    /** Ends a task whose scenario has been stopped; an Error, so that no retry of the task's own catches it. */
    static final class Stopped extends Error {

        private static final long serialVersionUID = 1;

        Stopped(String why) {
            super(why, null, false, false);
        }
    }

    /** A task that waits for a time, and for its turn then. */
    private static final class Waiting {
        private final Task task;
        private final Instant due;
        private final long tie;
        private final Condition granted;
        private boolean isGranted;

        Waiting(Task task, Instant due, long tie, Condition granted) {
            this.task = task;
            this.due = due;
            this.tie = tie;
            this.granted = granted;
        }
    }

    private final VirtualClock clock;
    private final long seed;
    private final Instant end;
    private final long mostTurns;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition ended = lock.newCondition();
    private final PriorityQueue<Waiting> queue = new PriorityQueue<>(Comparator.comparing((Waiting one) -> one.due)
            .thenComparingLong(one -> one.tie)
            .thenComparingInt(one -> one.task.number()));
    private final Map<Task, Waiting> first = new HashMap<>();
    private @Nullable Task holder;
    private @Nullable String stopped;
    private @Nullable Throwable brokenEvent;
    private long turns;
    private final Set<Task> living = new LinkedHashSet<>();

    Turns(VirtualClock clock, long seed, Duration longest, long mostTurns) {
        this.clock = clock;
        this.seed = seed;
        this.end = clock.instant().plus(longest);
        this.mostTurns = mostTurns;
    }

    VirtualClock clock() {
        return clock;
    }

    /** Lines the tasks up, starts their threads and gives the first turn. */
    void begin(Iterable<Task> tasks) {
        @Nullable Waiting next;
        lock.lock();
        try {
            for (Task task : tasks) {
                first.put(task, enqueue(task, Duration.ZERO));
                living.add(task);
                task.thread().start();
            }
            next = pick();
        } finally {
            lock.unlock();
        }
        grant(next);
    }

    void awaitFirst(Task task) {
        lock.lock();
        try {
            Waiting own = first.remove(task);
            if (own != null) {
                await(own);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Gives the turn to others until the time has passed, and then until all who were to wake sooner have acted. */
    void sleep(Task task, Duration duration) {
        Waiting own;
        @Nullable Waiting next;
        lock.lock();
        try {
            throwIfStopped();
            own = enqueue(task, duration);
            if (holder == task) {
                holder = null;
            }
            next = pick();
        } finally {
            lock.unlock();
        }
        grant(next);
        lock.lock();
        try {
            await(own);
        } finally {
            lock.unlock();
        }
    }

    void end(Task task) {
        @Nullable Waiting next;
        lock.lock();
        try {
            living.remove(task);
            if (holder == task) {
                holder = null;
            }
            next = pick();
            ended.signalAll();
        } finally {
            lock.unlock();
        }
        grant(next);
    }

    /**
     * A request that its caller has stopped waiting for (a time-out of the SDK interrupts the caller) leaves the turn to
     * others; any other one goes back to its caller with it.
     */
    void endOfRequest(Task task) {
        @Nullable Waiting next = null;
        lock.lock();
        try {
            if (holder == task && (task.isWaiting() || !living.contains(task))) {
                holder = null;
                next = pick();
            }
        } finally {
            lock.unlock();
        }
        grant(next);
    }

    /** Waits until every task has ended; the task that keeps its turn for longer than the patience, or null. */
    @Nullable
    Task awaitEnd(Duration patience) throws InterruptedException {
        lock.lock();
        try {
            while (!living.isEmpty()) {
                long seen = turns;
                if (!ended.await(patience.toNanos(), TimeUnit.NANOSECONDS) && turns == seen) {
                    return holder != null ? holder : living.iterator().next();
                }
            }
            return null;
        } finally {
            lock.unlock();
        }
    }

    /** Wakes every task that waits, and ends it where it stands. */
    void stop(String why) {
        lock.lock();
        try {
            if (stopped == null) {
                stopped = why;
            }
            queue.forEach(one -> one.granted.signal());
            queue.clear();
        } finally {
            lock.unlock();
        }
    }

    /** Why the tasks were stopped, or null. */
    @Nullable
    String stopped() {
        lock.lock();
        try {
            return stopped;
        } finally {
            lock.unlock();
        }
    }

    /** What an event of the clock threw while the tasks went on, or null. */
    @Nullable
    Throwable brokenEvent() {
        lock.lock();
        try {
            return brokenEvent;
        } finally {
            lock.unlock();
        }
    }

    private Waiting enqueue(Task task, Duration duration) {
        long tie = Mix.of(seed, task.number(), task.waits());
        Waiting own = new Waiting(task, clock.instant().plus(duration), tie, lock.newCondition());
        queue.add(own);
        return own;
    }

    /** Takes the next one off the queue if nobody has the turn; call it holding the lock, and grant it afterwards. */
    private @Nullable Waiting pick() {
        if (holder != null || stopped != null) {
            return null;
        }
        Waiting next = queue.peek();
        if (next == null) {
            return null;
        }
        if (++turns > mostTurns) {
            stop("The tasks took " + mostTurns + " turns and were not done; the last was that of '" + next.task.name()
                    + "'. If a task is not endless, raise the limit of the scenario.");
            return null;
        }
        if (next.due.isAfter(end)) {
            stop("The tasks were not done at " + end + ", the end of the scenario; next was '" + next.task.name()
                    + "' at " + next.due + ". If a task is not endless, raise the limit of the scenario.");
            return null;
        }
        queue.remove();
        next.task.getsTurn();
        holder = next.task;
        return next;
    }

    /** Not under the lock: events take locks of their own, and may take their time. */
    private void grant(@Nullable Waiting next) {
        if (next == null) {
            return;
        }
        try {
            clock.moveTo(next.due);
        } catch (RuntimeException | Error e) {
            lock.lock();
            try {
                brokenEvent = e;
                stop("An event of the clock failed at " + clock.instant() + ".");
            } finally {
                lock.unlock();
            }
        }
        lock.lock();
        try {
            next.isGranted = true;
            next.granted.signal();
        } finally {
            lock.unlock();
        }
    }

    private void await(Waiting own) {
        while (!own.isGranted && stopped == null) {
            own.granted.awaitUninterruptibly();
        }
        throwIfStopped();
    }

    private void throwIfStopped() {
        if (stopped != null) {
            throw new Stopped(stopped);
        }
    }
}
