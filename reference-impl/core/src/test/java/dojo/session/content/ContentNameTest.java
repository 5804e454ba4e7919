package dojo.session.content;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.session.SessionId;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContentNameTest {
    private static final byte[] HASH = new byte[32];

    @Test
    void a_name_tells_whose_content_it_is() {
        for (String id : List.of("s-42", "a/b ../c", "価格", "x".repeat(512), "x".repeat(89), "x".repeat(90))) {
            ContentName name = ContentName.of(SessionId.of(id), 1_795_348_800_000L, 42, HASH);

            assertThat(ContentName.parse(ContentStore.name(name.value()))).contains(name);
            assertThat(name.value()).startsWith(ContentName.under(SessionId.of(id), 1_795_348_800_000L, 42));
            assertThat(ContentStore.prefix(ContentName.under(SessionId.of(id)))).isNotEmpty();
        }
    }

    @Test
    void no_session_is_under_another() {
        for (int length = 1; length < 300; length++) {
            ContentName longer = ContentName.of(SessionId.of("x".repeat(length + 1)), 1, 1, HASH);

            for (int shorter = Math.max(1, length - 95); shorter <= length; shorter++) {
                assertThat(longer.value()).doesNotStartWith(ContentName.under(SessionId.of("x".repeat(shorter))));
            }
        }
        assertThat(ContentName.under(SessionId.of("s"), 1, 1))
                .isNotEqualTo(ContentName.under(SessionId.of("s"), 1, 11));
        assertThat(ContentName.of(SessionId.of("s"), 1, 11, HASH).value())
                .doesNotStartWith(ContentName.under(SessionId.of("s"), 1, 1));
    }

    @Test
    void names_of_others_are_none_of_ours() {
        for (String foreign :
                List.of("", "README", "cy00Mg./1/1", "cy00Mg./1/x/d", "cy00Mg./01/1/d", "*./1/1/d", "./1/1/d")) {
            assertThat(ContentName.parse(foreign)).as(foreign).isEmpty();
        }
    }
}
