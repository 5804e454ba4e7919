package dojo.session.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The same storm with a thread for each writer: what a scheduler with a seed would never do. */
class FreeThreadsTest {

    @Test
    void writers_on_threads_of_their_own_meet_no_broken_promise() throws Exception {
        Tally all = new Tally();
        for (long seed = 1; seed <= 3; seed++) {
            Episode episode = Episode.of(seed, Campaign.EPISODE)
                    .on(Together.ON_FREE_THREADS)
                    .play();

            assertThat(episode.reports()).isEmpty();
            assertThat(episode.tally().operations()).isGreaterThanOrEqualTo(Campaign.EPISODE);
            all.add(episode.tally());
        }
        // An episode has about twenty pieces of work to judge: one alone would be five percent.
        assertThat(all.acknowledgedInCalm()).isGreaterThanOrEqualTo(0.95);
    }
}
