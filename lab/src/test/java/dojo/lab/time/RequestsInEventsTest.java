package dojo.lab.time;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.Lab;
import dojo.lab.Laws;
import dojo.lab.law.Law;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An event of the clock sends requests to the lab, which does them on threads of its own. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RequestsInEventsTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void a_request_in_an_event_meets_another_event_that_is_due() {
        VirtualClock clock = new VirtualClock();
        try (Lab lab = Lab.under(Laws.off(), clock)) {
            List<String> order = new ArrayList<>();
            clock.at(VirtualClock.START.plus(SECOND), () -> {
                lab.client().listTables();
                order.add("asked");
            });
            clock.at(VirtualClock.START.plus(SECOND), () -> order.add("other"));

            clock.advance(Duration.ofSeconds(2));

            assertThat(order).containsExactlyInAnyOrder("asked", "other");
            assertThat(clock.instant()).isEqualTo(VirtualClock.START.plusSeconds(2));
        }
    }

    @Test
    void a_request_in_an_event_takes_its_time() {
        VirtualClock clock = new VirtualClock();
        Law slow = (call, next) -> {
            clock.pass(Duration.ofMillis(300));
            return next.answer(call);
        };
        try (Lab lab = Lab.under(Laws.off(), clock, slow)) {
            List<Duration> ends = new ArrayList<>();
            clock.at(VirtualClock.START.plus(SECOND), () -> {
                lab.client().listTables();
                ends.add(Duration.between(VirtualClock.START, clock.instant()));
                lab.client().listTables();
                ends.add(Duration.between(VirtualClock.START, clock.instant()));
            });

            clock.advance(SECOND);

            assertThat(ends).containsExactly(Duration.ofMillis(1300), Duration.ofMillis(1600));
            assertThat(clock.instant()).isEqualTo(VirtualClock.START.plusMillis(1600));
        }
    }

    @Test
    void an_event_inside_an_event_sends_requests_too() {
        VirtualClock clock = new VirtualClock();
        try (Lab lab = Lab.under(Laws.off(), clock)) {
            AtomicInteger asked = new AtomicInteger();
            clock.at(VirtualClock.START.plus(SECOND), () -> {
                clock.at(VirtualClock.START.plusSeconds(2), () -> {
                    lab.client().listTables();
                    asked.incrementAndGet();
                });
                clock.advance(SECOND);
                lab.client().listTables();
                asked.incrementAndGet();
            });

            clock.advance(SECOND);

            assertThat(asked).hasValue(2);
        }
    }

    @Test
    void on_the_wall_clock_too() {
        WallClock clock = WallClock.system();
        try (Lab lab = Lab.under(Laws.off(), clock)) {
            AtomicInteger ran = new AtomicInteger();
            clock.at(clock.instant().plus(SECOND), () -> {
                lab.client().listTables();
                ran.incrementAndGet();
            });
            clock.at(clock.instant().plus(SECOND), ran::incrementAndGet);

            clock.advance(Duration.ofSeconds(2));

            assertThat(ran).hasValue(2);
        }
    }
}
