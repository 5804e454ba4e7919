package dojo.session.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CacheSettingsTest {
    @Test
    void times_that_cannot_be_meant_are_refused_with_the_time() {
        assertThat(Stream.of(Duration.ZERO, Duration.ofSeconds(-1), Duration.ofDays(2)))
                .allSatisfy(bad -> {
                    assertThatThrownBy(() -> CacheSettings.usual().items(bad))
                            .isInstanceOf(IllegalArgumentException.class)
                            .hasMessageContaining("an item")
                            .hasMessageContaining(bad.toString());
                    assertThatThrownBy(() -> CacheSettings.usual().queries(bad))
                            .isInstanceOf(IllegalArgumentException.class)
                            .hasMessageContaining("a query")
                            .hasMessageContaining(bad.toString());
                });
    }

    @Test
    void a_cache_too_small_for_anything_is_refused_with_its_size() {
        assertThatThrownBy(() -> CacheSettings.usual().mostBytes(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("got -1");
    }
}
