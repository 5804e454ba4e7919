package dojo.session.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.law.Refusals;
import org.junit.jupiter.api.Test;

/**
 * Eight writers who may die at any moment, on clocks that differ by ten seconds, with messages that are delivered more
 * than once, against a database on a very bad day: nothing is lost, duplicated, reordered, or acknowledged and missing.
 *
 * <p>As many operations as {@code -Ddojo.chaos.operations=5000000} says; from 200,000 on, every trouble must have been
 * met a thousand times. A failure names its seed; {@code -Ddojo.chaos.seed=SEED
 * -Ddojo.chaos.operations=1} repeats that episode alone, call by call.
 */
class ChaosTest {
    private static final long LONG_STORM = 200_000;
    private static final long SEED = Long.getLong("dojo.chaos.seed", 1);
    private static final long OPERATIONS = Long.getLong("dojo.chaos.operations", 2_400);
    private static final long OF_EACH_KIND = 1_000;

    @Test
    void whatever_happens_the_memory_keeps_its_promises() throws Exception {
        long begun = System.nanoTime();
        Campaign campaign = Campaign.run(SEED, OPERATIONS);
        Tally tally = campaign.tally();
        System.out.printf("chaos in %d s: %s%n", (System.nanoTime() - begun) / 1_000_000_000, tally);

        assertThat(campaign.reports()).isEmpty();
        if (OPERATIONS >= Campaign.EPISODE) {
            assertThat(tally.acknowledgedInCalm()).isGreaterThanOrEqualTo(0.95);
        }
        if (OPERATIONS >= LONG_STORM) {
            assertThat(tally.operations()).isGreaterThanOrEqualTo(OPERATIONS);
            assertThat(Trouble.values())
                    .allSatisfy(trouble -> assertThat(tally.met(trouble)).isGreaterThanOrEqualTo(OF_EACH_KIND));
        }
    }

    @Test
    void a_memory_that_refuses_everything_breaks_no_promise_and_fails_all_the_same() {
        Episode refusing = Episode.run(1, 100, (call, next) -> {
            throw Refusals.serviceUnavailable();
        });

        assertThat(refusing.reports()).isEmpty();
        assertThat(refusing.tally().acknowledgedInCalm()).isLessThan(0.95);
    }

    @Test
    void the_same_seed_gives_the_same_histories() {
        Episode once = Episode.run(7, 200);
        Episode again = Episode.run(7, 200);

        assertThat(again.histories()).isEqualTo(once.histories());
        assertThat(Episode.run(8, 200).histories()).isNotEqualTo(once.histories());
    }
}
