package dojo.session.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ContentPolicyTest {
    @Test
    void usually_nothing_is_packed_and_nothing_leaves_the_table() {
        ContentPolicy usual = ContentPolicy.usual();

        assertThat(usual.packs()).isFalse();
        assertThat(usual.store()).isEmpty();
        assertThat(usual.mostBytes()).isEqualTo(10_000_000);
    }

    @Test
    void sizes_that_cannot_be_right_are_refused_with_what_could() {
        assertThatThrownBy(() -> ContentPolicy.usual().inlineUpTo(2_047)).hasMessageContaining("got 2047");
        assertThatThrownBy(() -> ContentPolicy.usual().inlineUpTo(380_001)).hasMessageContaining("got 380001");
        assertThatThrownBy(() -> ContentPolicy.usual().atMost(379_999)).hasMessageContaining("got 379999");
        assertThatThrownBy(() -> ContentPolicy.usual().atMost(32_000_001)).hasMessageContaining("got 32000001");
        assertThat(ContentPolicy.usual()
                        .inlineUpTo(2_048)
                        .atMost(2_048)
                        .packing()
                        .packs())
                .isTrue();
    }
}
