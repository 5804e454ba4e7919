package dojo.lab.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WallClockTest {

    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");

    private final AtomicLong nanos = new AtomicLong(123);

    @Test
    void it_follows_the_wall() {
        WallClock clock = new WallClock(NOON, 1, nanos::get);
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(90));
        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(90));
    }

    @Test
    void it_runs_so_many_times_as_fast() {
        WallClock clock = new WallClock(NOON, 60, nanos::get);
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(2));
        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(120));
    }

    @Test
    void it_can_be_moved_on_and_goes_on_from_there() {
        WallClock clock = new WallClock(NOON, 10, nanos::get);
        clock.advance(Duration.ofDays(2));
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));
        assertThat(clock.instant()).isEqualTo(NOON.plus(Duration.ofDays(2)).plusSeconds(10));
    }

    @Test
    void events_wait_for_somebody_who_catches_up() {
        WallClock clock = new WallClock(NOON, 1, nanos::get);
        List<String> happened = new ArrayList<>();
        clock.at(NOON.plusSeconds(2), () -> happened.add("second"));
        clock.at(NOON.plusSeconds(1), () -> happened.add("first"));
        clock.at(NOON.plusSeconds(60), () -> happened.add("later"));
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(5));
        assertThat(happened).isEmpty();
        clock.catchUp();
        assertThat(happened).containsExactly("first", "second");
        clock.advance(Duration.ofMinutes(1));
        assertThat(happened).containsExactly("first", "second", "later");
    }

    @Test
    void passing_really_waits() {
        WallClock clock = WallClock.scaled(1000);
        Instant before = clock.instant();
        clock.pass(Duration.ofSeconds(5));
        assertThat(Duration.between(before, clock.instant())).isGreaterThanOrEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void who_waits_is_woken_when_the_clock_is_moved_that_far() throws InterruptedException {
        WallClock clock = WallClock.system();
        Instant before = clock.instant();
        Thread waiting = new Thread(() -> clock.pass(Duration.ofDays(3)));
        waiting.start();
        // It may begin to wait after any of these steps, and has three more days to wait then.
        while (waiting.isAlive()) {
            clock.advance(Duration.ofDays(1));
            waiting.join(1);
        }
        assertThat(clock.instant()).isAfter(before.plus(Duration.ofDays(3)));
    }

    @Test
    void an_interrupted_wait_ends_and_says_so() throws InterruptedException {
        WallClock clock = WallClock.system();
        CountDownLatch interrupted = new CountDownLatch(1);
        Thread waiting = new Thread(() -> {
            clock.pass(Duration.ofDays(3));
            if (Thread.currentThread().isInterrupted()) {
                interrupted.countDown();
            }
        });
        waiting.start();
        waiting.interrupt();
        assertThat(interrupted.await(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void the_ticker_runs_events_while_nobody_asks() throws InterruptedException {
        WallClock clock = WallClock.scaled(1000);
        CountDownLatch ran = new CountDownLatch(2);
        try (WallClock.Ticker ticker = clock.start()) {
            assertThat(ticker).isNotNull();
            clock.at(clock.instant().plusSeconds(20), ran::countDown);
            // Due sooner than what the ticker waits for already.
            clock.at(clock.instant().plusSeconds(1), ran::countDown);
            assertThat(ran.await(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void the_ticker_outlives_an_event_that_throws() throws InterruptedException {
        WallClock clock = WallClock.scaled(1000);
        CountDownLatch reported = new CountDownLatch(1);
        CountDownLatch ran = new CountDownLatch(1);
        Thread.UncaughtExceptionHandler former = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> reported.countDown());
        try (WallClock.Ticker ticker = clock.start()) {
            assertThat(ticker).isNotNull();
            clock.at(clock.instant(), () -> {
                throw new IllegalStateException("broken");
            });
            assertThat(reported.await(30, TimeUnit.SECONDS)).isTrue();
            clock.at(clock.instant(), ran::countDown);
            assertThat(ran.await(30, TimeUnit.SECONDS)).isTrue();
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(former);
        }
    }

    @Test
    void a_clock_that_would_stand_still_or_run_back_is_refused() {
        for (double factor : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> WallClock.scaled(factor))
                    .withMessageContaining("greater than zero, such as 1 or 60");
        }
    }
}
