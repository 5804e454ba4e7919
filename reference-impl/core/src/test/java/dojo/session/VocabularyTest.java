package dojo.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class VocabularyTest {
    private record At(SessionId session, String token) implements Position {
        static At of(String session, String token) {
            return new At(SessionId.of(session), token);
        }
    }

    /** Answers every append with a conflict at the place after. */
    private static class AlwaysOvertaken extends PassedOn {
        final List<String> seen = new ArrayList<>();

        AlwaysOvertaken() {
            super(nobody());
        }

        @Override
        public Append append(Position expected, Turn turn) {
            seen.add(expected.token());
            return new Append.Conflict(TurnId.of("t-9"), At.of("s-1", expected.token() + "+"), new Bill(2, 1, 1, true));
        }
    }

    @Test
    void patience_ends_after_so_many_walks_and_hands_over_the_whole_bill() {
        AlwaysOvertaken memory = new AlwaysOvertaken();
        List<Integer> pauses = new ArrayList<>();

        Append answer = PatientAppend.to(memory, 2, pauses::add).append(At.of("s-1", "p"), Turn.user("t-1", "hello"));

        assertThat(memory.seen).containsExactly("p", "p+", "p++");
        assertThat(pauses).containsExactly(1, 2);
        assertThat(answer).isInstanceOf(Append.Conflict.class);
        assertThat(answer.bill()).isEqualTo(new Bill(6, 3, 3, true));
        assertThatThrownBy(answer::positionOrThrow)
                .hasMessageContaining("not stored")
                .hasMessageContaining("t-9");
    }

    @Test
    void a_bill_reads_like_one_and_says_when_it_is_a_lower_bound() {
        assertThat(new Bill(1, 0, 2, false)).hasToString("1 request, 0.0 RU, 2.0 WU");
        assertThat(new Bill(3, 1.5, 1, true)).hasToString("at least 3 requests, 1.5 RU, 1.0 WU");
        assertThat(Bill.ZERO.plus(Bill.ZERO)).isEqualTo(Bill.ZERO);
    }

    @Test
    void only_the_positions_used_lately_are_kept() {
        Positions positions = new Positions(2);
        positions.keep(At.of("s-1", "a"));
        positions.keep(At.of("s-2", "b"));
        positions.of(SessionId.of("s-1"));
        positions.keep(At.of("s-3", "c"));

        assertThat(positions.of(SessionId.of("s-1"))).isPresent();
        assertThat(positions.of(SessionId.of("s-2"))).isEmpty();
        positions.forget(SessionId.of("s-1"));
        assertThat(positions.of(SessionId.of("s-1"))).isEmpty();
    }

    @Test
    void a_pause_survives_many_attempts_and_an_interrupt_ends_it() {
        Pause.jittered(Duration.ofNanos(1), () -> new Random(1)).before(1_000);

        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> Pause.jittered(Duration.ofMillis(50), () -> new Random(1))
                        .before(3))
                .hasMessageContaining("Interrupted");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void a_turn_estimates_its_tokens_and_does_not_change_with_the_map_it_was_given() {
        assertThat(Turn.user("t-1", "").tokens()).isZero();
        assertThat(Turn.user("t-1", "12345").tokens()).isEqualTo(2);
        Turn turn = Turn.user("t-1", "hello").with("a", "1");
        assertThat(turn.with("b", "2").attributes()).hasSize(2);
        assertThat(turn.attributes()).hasSize(1);
        assertThatThrownBy(() -> turn.with(" ", "x")).hasMessageContaining("blank name");
    }

    @Test
    void a_summary_covers_turns_in_order() {
        assertThatThrownBy(() -> new Summary(5, 4, "…", java.time.Instant.EPOCH))
                .hasMessageContaining("got 5 to 4");
        assertThatThrownBy(() -> new Summary(0, 4, "…", java.time.Instant.EPOCH))
                .hasMessageContaining("got 0 to 4");
    }
}
