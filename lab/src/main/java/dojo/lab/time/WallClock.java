package dojo.lab.time;

import dojo.lab.time.Agenda.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * A clock that runs by itself, at its own pace, and can be moved on.
 *
 * <p>Events run when somebody {@linkplain #catchUp catches up}: a request, {@link #advance}, or the {@linkplain
 * #start() ticker}.
 */
public final class WallClock implements Clock {

    private final Agenda agenda = new Agenda();
    private final Instant start;
    private final double factor;
    /** Nanoseconds from anywhere, never going back. */
    private final LongSupplier nanos;

    private final long startNanos;
    /** Held while events run, so that they keep their order. */
    private final ReentrantLock running = new ReentrantLock();
    /** Guards the offset, and those who wait for a time. */
    private final ReentrantLock lock = new ReentrantLock();

    private final Condition moved = lock.newCondition();
    private volatile Duration offset = Duration.ZERO;

    WallClock(Instant start, double factor, LongSupplier nanos) {
        if (!(factor > 0) || Double.isInfinite(factor)) {
            throw new IllegalArgumentException("A clock cannot run " + factor
                    + " times as fast as the wall's. Give a factor greater than zero, such as 1 or 60.");
        }
        this.start = start;
        this.factor = factor;
        this.nanos = nanos;
        startNanos = nanos.getAsLong();
    }

    /** The time on the wall. */
    public static WallClock system() {
        return scaled(1);
    }

    /**
     * From now on, so many times as fast as the clock on the wall.
     *
     * @throws IllegalArgumentException if the factor is not greater than zero
     */
    public static WallClock scaled(double factor) {
        return new WallClock(Instant.now(), factor, System::nanoTime);
    }

    @Override
    public Instant instant() {
        long elapsed = nanos.getAsLong() - startNanos;
        // A factor of one is left alone: a double does not hold every number of nanoseconds.
        return start.plusNanos(factor == 1 ? elapsed : (long) (elapsed * factor))
                .plus(offset);
    }

    /** Waits, unless the clock is moved on that far; an interrupted wait ends early and leaves the thread interrupted. */
    @Override
    public void pass(Duration duration) {
        Instant until = instant().plus(Steps.forward(duration));
        lock.lock();
        try {
            while (instant().isBefore(until)) {
                long unused = moved.awaitNanos(nanosUntil(until));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void advance(Duration step) {
        Steps.forward(step);
        lock.lock();
        try {
            offset = offset.plus(step);
            moved.signalAll();
        } finally {
            lock.unlock();
        }
        runDue();
    }

    @Override
    public void at(Instant due, Runnable event) {
        agenda.add(due, event);
        lock.lock();
        try {
            // The ticker may have meant to wait for longer.
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Leaves it to others if they are at it: an event that sends requests must not wait for itself. */
    @Override
    public void catchUp() {
        if (!agenda.earliest().isAfter(instant()) && running.tryLock()) {
            try {
                runDue();
            } finally {
                running.unlock();
            }
        }
    }

    private void runDue() {
        Failures failures = new Failures();
        running.lock();
        try {
            for (Event event = agenda.take(instant()); event != null; event = agenda.take(instant())) {
                failures.collect(event.work());
            }
        } finally {
            running.unlock();
        }
        failures.rethrow();
    }

    /** Starts a daemon thread that runs each event when it is due; close it to stop. */
    public Ticker start() {
        Ticker ticker = new Ticker();
        ticker.thread.start();
        return ticker;
    }

    /** How long that is on the wall, a day at most; not zero, which would not wait at all. */
    private long nanosUntil(Instant until) {
        double nanos = Duration.between(instant(), until).toNanos() / factor;
        return (long) Math.min(nanos, (double) TimeUnit.DAYS.toNanos(1)) + 1;
    }

    @Override
    public String toString() {
        return "wall clock at " + instant() + (factor == 1 ? "" : ", " + factor + " times as fast");
    }

    /** What runs the events of a wall clock while no request comes. */
    public final class Ticker implements AutoCloseable {

        private final Thread thread = new Thread(this::tick, "lab clock");
        private boolean closed;

        private Ticker() {
            thread.setDaemon(true);
        }

        private void tick() {
            while (waitForEvent()) {
                try {
                    runDue();
                } catch (RuntimeException | Error e) {
                    // The next event must not be lost with this one.
                    thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
                }
            }
        }

        /** Whether an event is due; false once closed. */
        private boolean waitForEvent() {
            lock.lock();
            try {
                while (!closed && agenda.earliest().isAfter(instant())) {
                    long unused = moved.awaitNanos(nanosUntil(soonest()));
                }
                return !closed;
            } catch (InterruptedException e) {
                return false;
            } finally {
                lock.unlock();
            }
        }

        /** The next event, or a day from now: the end of time is too far away to count the nanoseconds. */
        private Instant soonest() {
            Instant tomorrow = instant().plus(Duration.ofDays(1));
            return agenda.earliest().isBefore(tomorrow) ? agenda.earliest() : tomorrow;
        }

        @Override
        public void close() {
            lock.lock();
            try {
                closed = true;
                moved.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }
}
