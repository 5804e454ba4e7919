package dojo.session.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same storm with a thread for each writer: what a scheduler with a seed would never do. */
class FreeThreadsTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void writers_on_threads_of_their_own_meet_no_broken_promise(long seed) {
        Episode episode =
                Episode.of(seed, Campaign.EPISODE).on(Together.ON_FREE_THREADS).play();

        assertThat(episode.reports()).isEmpty();
        assertThat(episode.tally().operations()).isGreaterThanOrEqualTo(Campaign.EPISODE);
        assertThat(episode.tally().acknowledgedInCalm()).isGreaterThanOrEqualTo(0.95);
    }
}
