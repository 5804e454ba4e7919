package dojo.lab.expiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ExpirySettingsTest {

    private static final ExpirySettings SETTINGS =
            new ExpirySettings(Duration.ofHours(10), Duration.ofHours(40), Duration.ZERO, Duration.ZERO);

    @Test
    void the_lag_is_drawn_from_an_exponential_distribution_with_a_bound() {
        // The quantiles of an exponential distribution with mean m: -m ln(1-u).
        assertThat(SETTINGS.lag(0)).isEqualTo(Duration.ZERO);
        assertThat(SETTINGS.lag(0.5)).isCloseTo(Duration.ofMinutes(416), Duration.ofMinutes(1));
        assertThat(SETTINGS.lag(0.9)).isCloseTo(Duration.ofMinutes(1382), Duration.ofMinutes(1));
        assertThat(SETTINGS.lag(0.99)).isEqualTo(Duration.ofHours(40));
        assertThat(SETTINGS.lag(Math.nextDown(1.0))).isEqualTo(Duration.ofHours(40));
    }

    @Test
    void settings_that_cannot_be_are_refused_with_the_value_and_the_remedy() {
        assertThatThrownBy(() -> SETTINGS.lag(Duration.ofHours(-1), Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("average-lag is PT-1H")
                .hasMessageContaining("Give a duration");
    }
}
