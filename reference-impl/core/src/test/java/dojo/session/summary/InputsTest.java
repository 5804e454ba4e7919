package dojo.session.summary;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.session.StoredTurn;
import dojo.session.Summary;
import dojo.session.Turn;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InputsTest {
    private static final Turn HELLO = Turn.user("m-1", "hello");

    private static String digest(long number, Turn turn) {
        return Inputs.digest(Optional.empty(), List.of(new StoredTurn(number, Instant.EPOCH, turn)));
    }

    @Test
    void each_part_of_the_input_counts() {
        Summary before = new Summary(1, 4, "They said hello.", Instant.EPOCH);
        List<StoredTurn> turns = List.of(new StoredTurn(5, Instant.EPOCH, HELLO));
        List<String> digests = List.of(
                digest(1, HELLO),
                digest(2, HELLO),
                digest(1, Turn.user("m-2", "hello")),
                digest(1, Turn.assistant("m-1", "hello")),
                digest(1, Turn.user("m-1", "hello!")),
                digest(1, HELLO.with("a", "b")),
                digest(1, HELLO.with("ab", "")),
                Inputs.digest(Optional.of(before), turns),
                Inputs.digest(Optional.of(new Summary(1, 4, "They said so.", Instant.EPOCH)), turns),
                Inputs.digest(Optional.of(new Summary(1, 3, "They said hello.", Instant.EPOCH)), turns),
                Inputs.digest(Optional.empty(), List.of()));

        assertThat(new HashSet<>(digests)).hasSameSizeAs(digests);
    }

    @Test
    void when_it_was_said_and_how_many_tokens_that_takes_does_not() {
        StoredTurn later = new StoredTurn(1, Instant.MAX, HELLO.withTokens(99));

        assertThat(Inputs.digest(Optional.empty(), List.of(later))).isEqualTo(digest(1, HELLO));
    }

    @Test
    void attributes_count_in_whatever_order_they_come() {
        assertThat(Set.of(digest(1, HELLO.with("a", "1").with("b", "2"))))
                .containsExactly(digest(1, HELLO.with("b", "2").with("a", "1")));
    }
}
