package dojo.lab.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class VirtualClockTest {

    private static final Instant MIDNIGHT = Instant.parse("2026-11-01T00:00:00Z");

    private final VirtualClock clock = new VirtualClock();
    private final List<String> happened = new ArrayList<>();

    @Test
    void it_stands_still_until_it_is_moved() {
        assertThat(clock.instant()).isEqualTo(MIDNIGHT);
        clock.advance(Duration.ofHours(3));
        clock.pass(Duration.ofMillis(5));
        assertThat(clock.instant()).isEqualTo(Instant.parse("2026-11-01T03:00:00.005Z"));
    }

    @Test
    void it_starts_where_it_is_told_to() {
        Instant leapDay = Instant.parse("2028-02-29T12:00:00Z");
        assertThat(new VirtualClock(leapDay).instant()).isEqualTo(leapDay);
    }

    @Test
    void events_run_in_order_of_due_time_and_see_their_own_time() {
        note("c", 30);
        note("a", 10);
        note("b", 20);
        note("too late", 31);
        clock.advance(Duration.ofSeconds(30));
        assertThat(happened).containsExactly("a at :10", "b at :20", "c at :30");
        assertThat(clock.instant()).isEqualTo(MIDNIGHT.plusSeconds(30));
    }

    @Test
    void events_of_the_same_time_run_in_order_of_registration() {
        for (int i = 0; i < 50; i++) {
            note("n" + i, 10);
        }
        clock.advance(Duration.ofSeconds(10));
        assertThat(happened).hasSize(50).startsWith("n0 at :10", "n1 at :10").endsWith("n49 at :10");
    }

    @Test
    void an_event_may_register_further_events_within_the_same_step() {
        clock.at(MIDNIGHT.plusSeconds(10), () -> {
            note("second", 12);
            note("first", 11);
            note("at once", 10);
        });
        note("last", 13);
        clock.advance(Duration.ofSeconds(20));
        assertThat(happened).containsExactly("at once at :10", "first at :11", "second at :12", "last at :13");
    }

    @Test
    void an_event_may_move_the_clock_and_nobody_turns_it_back() {
        clock.at(MIDNIGHT.plusSeconds(1), () -> clock.advance(Duration.ofSeconds(30)));
        note("on the way", 5);
        clock.advance(Duration.ofSeconds(2));
        assertThat(happened).containsExactly("on the way at :05");
        assertThat(clock.instant()).isEqualTo(MIDNIGHT.plusSeconds(31));
    }

    @Test
    void an_overdue_event_runs_at_the_next_catching_up_without_turning_time_back() {
        clock.advance(Duration.ofSeconds(40));
        note("late", 7);
        assertThat(happened).isEmpty();
        clock.catchUp();
        assertThat(happened).containsExactly("late at :40");
        clock.catchUp();
        assertThat(happened).hasSize(1);
    }

    @Test
    void an_event_that_throws_keeps_no_other_from_running() {
        clock.at(MIDNIGHT.plusSeconds(1), () -> {
            throw new IllegalStateException("broken");
        });
        note("still", 2);
        assertThatThrownBy(() -> clock.advance(Duration.ofSeconds(3))).hasMessage("broken");
        assertThat(happened).containsExactly("still at :02");
        assertThat(clock.instant()).isEqualTo(MIDNIGHT.plusSeconds(3));
    }

    @Test
    void a_negative_step_is_refused_with_the_remedy() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> clock.advance(Duration.ofSeconds(-1)))
                .withMessage("The clock was asked to take a step of PT-1S, but it only goes forward."
                        + " Give a duration of zero or more.");
        assertThatIllegalArgumentException().isThrownBy(() -> clock.pass(Duration.ofNanos(-1)));
    }

    @Test
    void steps_of_many_threads_add_up_and_no_event_is_lost() throws InterruptedException {
        List<Instant> ran = new ArrayList<>();
        for (int i = 1; i <= 400; i++) {
            clock.at(MIDNIGHT.plusMillis(i * 10L), () -> ran.add(clock.instant()));
        }
        CountDownLatch ready = new CountDownLatch(8);
        List<Thread> threads = new ArrayList<>();
        for (int t = 0; t < 8; t++) {
            Thread thread = new Thread(() -> {
                ready.countDown();
                for (int i = 0; i < 500; i++) {
                    clock.pass(Duration.ofMillis(1));
                    clock.catchUp();
                }
            });
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(clock.instant()).isEqualTo(MIDNIGHT.plusSeconds(4));
        assertThat(ran).hasSize(400).isSorted();
    }

    private void note(String what, int second) {
        clock.at(
                MIDNIGHT.plusSeconds(second),
                () -> happened.add(what + " at " + clock.instant().toString().substring(16, 19)));
    }
}
