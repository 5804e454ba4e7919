package dojo.lab.stream;

import dojo.lab.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.TreeSet;

/**
 * When a poller looks again: at whole intervals since it was started, but never in vain if it is told when there is
 * something to see. Safe for use by many threads.
 */
final class Rounds {

    private final Clock clock;
    private final Runnable round;
    private final Instant start;
    /** When others said that there would be something to see. */
    private final TreeSet<Instant> announced = new TreeSet<>();
    /** When the poller itself wants to look again. */
    private Instant wanted = Instant.MAX;
    /** For when the clock was last asked to call, unless it has called. */
    private Instant next = Instant.MAX;

    /** The last round, or the start: a clock that stands still must not make two rounds of one interval. */
    private Instant last;

    private boolean over;

    Rounds(Clock clock, Runnable round) {
        this.clock = clock;
        this.round = round;
        start = clock.instant();
        last = start;
    }

    /** There will be something to see at that time. */
    synchronized void announce(Instant time) {
        announced.add(whole(time));
        arm();
    }

    /** The next round is to be at that time at the latest, in place of what was wanted before. */
    synchronized void want(Instant time) {
        wanted = whole(time);
        arm();
    }

    /** No more rounds. */
    synchronized void end() {
        over = true;
    }

    private void arm() {
        Instant soonest = wanted;
        if (!announced.isEmpty() && announced.first().isBefore(soonest)) {
            soonest = announced.first();
        }
        if (!over && soonest.isBefore(next)) {
            Instant due = soonest;
            next = due;
            clock.at(due, () -> run(due));
        }
    }

    private void run(Instant due) {
        synchronized (this) {
            if (over || !due.equals(next)) {
                // A sooner round took its place.
                return;
            }
            next = Instant.MAX;
            wanted = Instant.MAX;
            last = due;
            announced.headSet(clock.instant(), true).clear();
        }
        try {
            round.run();
        } finally {
            synchronized (this) {
                arm();
            }
        }
    }

    /** The first whole interval at that time or later, but after the last round. */
    private Instant whole(Instant time) {
        Instant soonest = last.plus(StreamPoller.INTERVAL);
        if (!time.isAfter(soonest)) {
            return soonest;
        }
        long interval = StreamPoller.INTERVAL.toMillis();
        long since = Duration.between(start, time).plusNanos(999_999).toMillis();
        return start.plusMillis((since + interval - 1) / interval * interval);
    }
}
