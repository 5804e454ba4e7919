package dojo.session.dynamo;

import dojo.session.NewSession;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When a session ends, and up to when its activity is noted; all in epoch seconds.
 *
 * <p>Noting each turn would double what it costs. So time is cut into steps, and the first turn of a step notes all of
 * it: the silence counts from the end of the step. A session therefore never ends earlier than asked, and at most one
 * step later. A step is as long as the setting says, and at most a quarter of the silence.
 *
 * @param expires when the session ends if nothing more is said
 * @param ends when it ends in any case
 * @param kept when DynamoDB may begin to delete what was said; never depends on activity
 * @param active the beginning of the step that is noted
 * @param idle the silence after which the session ends
 * @param listed whether it stands in the list of a customer, newest activity first
 */
record Life(long expires, long ends, long kept, long active, long idle, boolean listed) {
    private static final long STEPS_IN_A_SILENCE = 4;

    static Life begun(NewSession wish, Instant now, Upkeep upkeep) {
        // A started second counts, so that a session never lives shorter than asked.
        long ends = upwards(now.plus(wish.lifetime()));
        long idle = wish.idle().plusNanos(999_999_999).toSeconds();
        long step = step(idle, upkeep.step());
        long active = now.getEpochSecond() / step * step;
        long kept = ends + upkeep.retention().toSeconds();
        return new Life(
                silent(active + step, idle, ends),
                ends,
                kept,
                active,
                idle,
                wish.customer().isPresent());
    }

    private static long upwards(Instant time) {
        return time.plusNanos(999_999_999).getEpochSecond();
    }

    private static long step(long idle, Duration usual) {
        return Math.max(1, Math.min(usual.toSeconds(), idle / STEPS_IN_A_SILENCE));
    }

    private static long silent(long since, long idle, long ends) {
        return Math.min(since + idle, ends);
    }

    boolean expired(Instant now) {
        return expires <= now.getEpochSecond();
    }

    boolean ended(Instant now) {
        return ends <= now.getEpochSecond();
    }

    /** What is worth noting of an activity now: nothing within a step, and nothing if neither list nor end would move. */
    Optional<Life> noted(Instant now, Duration usualStep) {
        long step = step(idle, usualStep);
        long begun = now.getEpochSecond() / step * step;
        if (begun <= active) {
            return Optional.empty();
        }
        long later = Math.max(expires, silent(begun + step, idle, ends));
        return listed || later > expires
                ? Optional.of(new Life(later, ends, kept, begun, idle, listed))
                : Optional.empty();
    }
}
