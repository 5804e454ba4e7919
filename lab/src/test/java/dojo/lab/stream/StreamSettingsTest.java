package dojo.lab.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class StreamSettingsTest {

    /** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Streams.html and the API reference. */
    @Test
    void what_is_documented_holds_in_the_real_settings_and_in_chaos() {
        for (StreamSettings settings : new StreamSettings[] {StreamSettings.real(), StreamSettings.chaos()}) {
            assertThat(settings.retention()).isEqualTo(Duration.ofDays(1));
            assertThat(settings.iteratorLife()).isEqualTo(Duration.ofMinutes(15));
            assertThat(settings.readersPerShard()).isEqualTo(2);
        }
    }

    @Test
    void the_delay_is_drawn_from_an_exponential_distribution_with_a_bound() {
        StreamSettings settings = StreamSettings.real().delay(Duration.ofSeconds(1), Duration.ofSeconds(3));

        // The quantiles of an exponential distribution with mean m: -m ln(1-u); ln 2 = 0.693, ln 10 = 2.303.
        assertThat(settings.delay(0)).isEqualTo(Duration.ZERO);
        assertThat(settings.delay(0.5)).isEqualTo(Duration.ofMillis(693));
        assertThat(settings.delay(0.9)).isEqualTo(Duration.ofMillis(2302));
        assertThat(settings.delay(0.99)).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void settings_that_cannot_be_are_refused_with_the_value_and_the_remedy() {
        assertThatThrownBy(() -> StreamSettings.real().shards(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("shards is 0")
                .hasMessageContaining("Give at least 1");
        assertThatThrownBy(() -> StreamSettings.real().delay(Duration.ofSeconds(-1), Duration.ZERO))
                .hasMessageContaining("average-delay is PT-1S");
        assertThatThrownBy(() -> new StreamSettings(
                        1, Duration.ZERO, Duration.ofDays(1), Duration.ofMinutes(15), Duration.ZERO, Duration.ZERO, 2))
                .hasMessageContaining("shard-life is PT0S");
    }
}
