package dojo.lab.time;

import dojo.lab.time.Agenda.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A clock that stands still until somebody moves it; days pass in no time, and every run sees the same times.
 *
 * <p>While an event runs, the clock stands at the time for which it was due. When several threads move the clock at
 * once, they take turns and their steps add up; inside a task of a {@link Scenario} they overlap.
 */
public final class VirtualClock implements Clock {

    /** Where a clock starts unless told otherwise. */
    public static final Instant START = Instant.parse("2026-11-01T00:00:00Z");

    private final Agenda agenda = new Agenda();
    /** Held while time moves, except on behalf of an event: see {@link Movement}. */
    private final ReentrantLock moving = new ReentrantLock();

    private volatile Instant now;

    /** A clock that stands at {@link #START}. */
    public VirtualClock() {
        this(START);
    }

    /** A clock that stands at the given time. */
    public VirtualClock(Instant start) {
        now = start;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public void pass(Duration duration) {
        advance(duration);
    }

    @Override
    public void advance(Duration step) {
        Steps.forward(step);
        Task task = Task.current();
        if (task != null && task.livesBy(this)) {
            task.sleep(step);
        } else {
            move(step);
        }
    }

    @Override
    public void at(Instant due, Runnable event) {
        agenda.add(due, event);
    }

    /** Leaves it to others if they are at it: an event that sends requests over a network must not wait for itself. */
    @Override
    public void catchUp() {
        ReentrantLock lock = Movement.lock(this, moving);
        if (!agenda.earliest().isAfter(now) && lock.tryLock()) {
            try {
                moveTo(now);
            } finally {
                lock.unlock();
            }
        }
    }

    private void move(Duration step) {
        ReentrantLock lock = Movement.lock(this, moving);
        lock.lock();
        try {
            moveTo(now.plus(step));
        } finally {
            lock.unlock();
        }
    }

    /** Moves on to the given time, if it is later, and runs what is due by then. */
    void moveTo(Instant target) {
        Failures failures = new Failures();
        ReentrantLock lock = Movement.lock(this, moving);
        lock.lock();
        try {
            for (Event event = agenda.take(target); event != null; event = agenda.take(target)) {
                setAtLeast(event.due());
                failures.collect(Task.onBehalfOfNone(Movement.event(this, event.work())));
            }
            setAtLeast(target);
        } finally {
            lock.unlock();
        }
        failures.rethrow();
    }

    /** An overdue event, or one that moved the clock itself, must not turn it back. */
    private void setAtLeast(Instant time) {
        if (time.isAfter(now)) {
            now = time;
        }
    }

    @Override
    public String toString() {
        return "virtual clock at " + now;
    }
}
