package dojo.lab.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ScenarioTest {

    private final VirtualClock clock = new VirtualClock();
    private final List<String> acts = Collections.synchronizedList(new ArrayList<>());

    @Test
    void the_task_that_wakes_first_acts_next() {
        Scenario.on(clock, 1)
                .task("slow", () -> {
                    clock.pass(Duration.ofSeconds(5));
                    act("slow");
                    clock.pass(Duration.ofSeconds(5));
                    act("slow");
                })
                .task("fast", () -> {
                    for (int i = 0; i < 4; i++) {
                        clock.pass(Duration.ofSeconds(2));
                        act("fast");
                    }
                })
                .run();
        // 2 s, 4 s; 5 s; 6 s, 8 s; 10 s: they overlap, so ten seconds pass and not eighteen.
        assertThat(acts).containsExactly("fast 2", "fast 4", "slow 5", "fast 6", "fast 8", "slow 10");
        assertThat(clock.instant()).isEqualTo(VirtualClock.START.plusSeconds(10));
    }

    @Test
    void one_task_acts_at_a_time() {
        AtomicInteger acting = new AtomicInteger();
        List<Integer> together = new ArrayList<>();
        Scenario scenario = Scenario.on(clock, 1);
        for (int t = 0; t < 8; t++) {
            scenario.task("task " + t, () -> {
                for (int i = 0; i < 100; i++) {
                    together.add(acting.incrementAndGet());
                    acting.decrementAndGet();
                    clock.pass(Duration.ofMillis(i % 3));
                }
            });
        }
        scenario.run();
        assertThat(together).hasSize(800).containsOnly(1);
    }

    @Test
    void the_seed_alone_decides_between_tasks_that_wake_at_the_same_time() {
        List<String> once = interleaving(42);
        for (int run = 0; run < 50; run++) {
            assertThat(interleaving(42)).isEqualTo(once);
        }
        Set<List<String>> others = new HashSet<>();
        for (int seed = 0; seed < 20; seed++) {
            others.add(interleaving(seed));
        }
        // 24 steps of 8 tasks: that two seeds agree by chance is out of the question.
        assertThat(others).hasSize(20);
    }

    private static List<String> interleaving(long seed) {
        VirtualClock clock = new VirtualClock();
        List<String> order = new ArrayList<>();
        Scenario scenario = Scenario.on(clock, seed);
        for (int t = 0; t < 8; t++) {
            String name = "task " + t;
            scenario.task(name, () -> {
                for (int i = 0; i < 3; i++) {
                    order.add(name);
                    clock.pass(Duration.ofMillis(1));
                }
            });
        }
        scenario.run();
        return order;
    }

    @Test
    void a_request_acts_for_its_task_on_whichever_thread_it_runs() {
        ExecutorService door = Executors.newCachedThreadPool();
        Scenario scenario = Scenario.on(clock, 3);
        for (int t = 1; t <= 2; t++) {
            int seconds = t;
            scenario.task("task " + t, () -> {
                for (int i = 0; i < 2; i++) {
                    door.submit(Scenario.carried(() -> {
                                clock.pass(Duration.ofSeconds(seconds));
                                act("task " + seconds);
                                return seconds;
                            }))
                            .get();
                }
            });
        }
        scenario.run();
        door.shutdownNow();
        assertThat(clock.instant()).isEqualTo(VirtualClock.START.plusSeconds(4));
        assertThat(acts).hasSize(4).startsWith("task 1 1").endsWith("task 2 4").contains("task 1 2", "task 2 2");
    }

    @Test
    void requests_that_take_no_time_take_turns_all_the_same() {
        Scenario scenario = Scenario.on(clock, 5);
        for (String name : List.of("a", "b")) {
            scenario.task(name, () -> {
                for (int i = 0; i < 20; i++) {
                    Scenario.carried(() -> acts.add(name)).call();
                }
            });
        }
        scenario.run();
        assertThat(acts).hasSize(40);
        assertThat(acts.subList(0, 20)).contains("a", "b");
        assertThat(clock.instant()).isEqualTo(VirtualClock.START);
    }

    @Test
    void events_happen_between_the_turns_at_their_own_times() {
        clock.at(VirtualClock.START.plusSeconds(3), () -> act("event"));
        // An event takes nobody's time: what passes in it passes for everybody.
        clock.at(VirtualClock.START.plusSeconds(6), () -> clock.pass(Duration.ofSeconds(1)));
        Scenario.on(clock, 1)
                .task("a", () -> {
                    clock.pass(Duration.ofSeconds(2));
                    act("a");
                    clock.advance(Duration.ofSeconds(2));
                    act("a");
                    clock.pass(Duration.ofSeconds(2));
                    act("a");
                })
                .run();
        assertThat(acts).containsExactly("a 2", "event 3", "a 4", "a 7");
    }

    @Test
    void a_task_that_throws_is_named_and_the_others_go_on() {
        Scenario scenario = Scenario.on(clock, 1)
                .task("broken", () -> {
                    clock.pass(Duration.ofSeconds(1));
                    throw new java.io.IOException("no luck");
                })
                .task("also broken", () -> assertThat(2).isEqualTo(3))
                .task("whole", () -> {
                    clock.pass(Duration.ofSeconds(2));
                    act("whole");
                });
        AssertionError error = catchThrowableOfType(AssertionError.class, scenario::run);
        assertThat(error)
                .hasMessage("The task 'broken' failed: java.io.IOException: no luck")
                .hasCauseInstanceOf(java.io.IOException.class);
        assertThat(error.getSuppressed()).hasSize(1);
        assertThat(error.getSuppressed()[0]).hasMessageContaining("'also broken'");
        assertThat(acts).containsExactly("whole 2");
    }

    @Test
    void an_endless_task_ends_at_the_limit_of_virtual_time() {
        Scenario scenario = Scenario.on(clock, 1)
                .atMost(Duration.ofMinutes(1))
                .task("poller", () -> {
                    while (true) {
                        clock.pass(Duration.ofSeconds(7));
                    }
                })
                .task("sleeper", () -> clock.pass(Duration.ofDays(1)));
        assertThatThrownBy(scenario::run)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("not done at 2026-11-01T00:01:00Z")
                .hasMessageContaining("'poller' at 2026-11-01T00:01:03Z");
    }

    @Test
    void an_endless_task_that_takes_no_time_ends_at_the_limit_of_turns() {
        Scenario scenario = Scenario.on(clock, 1).atMostTurns(1000).task("busy", () -> {
            while (true) {
                try {
                    clock.pass(Duration.ZERO);
                } catch (Exception retried) {
                    act("never");
                }
            }
        });
        assertThatThrownBy(scenario::run).hasMessageContaining("1000 turns").hasMessageContaining("'busy'");
        assertThat(acts).isEmpty();
    }

    @Test
    void tasks_that_wait_for_each_other_outside_the_lab_are_told_apart() {
        CountDownLatch neverOpened = new CountDownLatch(1);
        Scenario scenario = Scenario.on(clock, 1)
                .patience(Duration.ofMillis(200))
                .task("opener", () -> {
                    clock.pass(Duration.ofSeconds(2));
                    neverOpened.countDown();
                })
                .task("waiter", () -> {
                    clock.pass(Duration.ofSeconds(1));
                    neverOpened.await();
                });
        assertThatThrownBy(scenario::run)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("'waiter' has kept its turn for 0.2 s; its thread is WAITING")
                .hasMessageContaining("ScenarioTest")
                .hasMessageContaining("by way of the lab");
    }

    @Test
    void an_event_that_throws_stops_the_tasks() {
        clock.at(VirtualClock.START.plusSeconds(1), () -> {
            throw new IllegalStateException("broken event");
        });
        Scenario scenario = Scenario.on(clock, 1).task("a", () -> {
            clock.pass(Duration.ofSeconds(2));
            act("a");
        });
        assertThatThrownBy(scenario::run)
                .hasMessageContaining("event of the clock failed at 2026-11-01T00:00:02Z")
                .hasRootCauseMessage("broken event");
        assertThat(acts).isEmpty();
    }

    @Test
    void it_needs_a_clock_that_can_be_held() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Scenario.on(WallClock.system(), 1))
                .withMessageContaining("wall clock at")
                .withMessageContaining("Lab.under(laws)");
    }

    @Test
    void it_runs_once_and_not_inside_itself() {
        Scenario empty = Scenario.on(clock, 1);
        empty.run();
        assertThatIllegalStateException().isThrownBy(empty::run).withMessageContaining("runs once");
        Scenario outer =
                Scenario.on(clock, 1).task("outer", () -> Scenario.on(clock, 2).run());
        assertThatThrownBy(outer::run).hasRootCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_clock_of_another_lab_is_not_the_tasks_own() {
        VirtualClock other = new VirtualClock();
        Scenario.on(clock, 1).task("a", () -> other.pass(Duration.ofHours(1))).run();
        assertThat(clock.instant()).isEqualTo(VirtualClock.START);
        assertThat(other.instant()).isEqualTo(VirtualClock.START.plusSeconds(3600));
    }

    private void act(String who) {
        acts.add(who + " "
                + Duration.between(VirtualClock.START, clock.instant()).toSeconds());
    }
}
