package dojo.lab.bill;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ReplaysTest {

    private Instant now = Instant.parse("2026-11-22T09:00:00Z");
    private final Replays replays = new Replays(() -> now);

    @Test
    void row_6_3_a_token_is_known_for_ten_minutes_after_it_committed() {
        replays.committed("token");
        now = now.plus(Duration.ofMinutes(10).minusMillis(1));
        assertThat(replays.isReplay("token")).isTrue();

        now = now.plusMillis(1);
        assertThat(replays.isReplay("token")).isFalse();
    }

    @Test
    void no_token_is_no_replay() {
        replays.committed(null);

        assertThat(replays.isReplay(null)).isFalse();
        assertThat(replays.isReplay("other")).isFalse();
    }
}
