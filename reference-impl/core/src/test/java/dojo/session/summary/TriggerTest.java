package dojo.session.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dojo.session.Role;
import dojo.session.StoredTurn;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TriggerTest {
    private static List<StoredTurn> turns(int count) {
        return LongStream.rangeClosed(1, count)
                .mapToObj(i -> Said.turn(i, Role.USER, "12345678"))
                .toList();
    }

    @Test
    void turns_are_due_when_there_are_enough_and_no_more_than_that() {
        Trigger trigger = Trigger.every(4);

        assertThat(trigger.due(turns(3))).isZero();
        assertThat(trigger.due(turns(4))).isEqualTo(4);
        assertThat(trigger.due(turns(11))).isEqualTo(4);
    }

    @Test
    void tokens_make_them_due_earlier() {
        Trigger trigger = Trigger.every(100).orTokens(5);

        assertThat(trigger.due(turns(2))).isZero();
        assertThat(trigger.due(turns(9))).isEqualTo(3);
    }

    @Test
    void results_of_tools_stay_with_the_call_before_them() {
        List<StoredTurn> turns = new ArrayList<>(turns(4));
        turns.add(Said.turn(5, Role.TOOL, "12 EUR"));
        turns.add(Said.turn(6, Role.TOOL, "3 left"));
        turns.add(Said.turn(7, Role.ASSISTANT, "12 €."));

        assertThat(Trigger.every(4).due(turns)).isEqualTo(6);
    }

    @Test
    void most_turns_are_passed_over() {
        Trigger trigger = Trigger.every(20);

        assertThat(LongStream.rangeClosed(1, 40).filter(trigger::looksAt))
                .containsExactly(5L, 10L, 15L, 20L, 25L, 30L, 35L, 40L);
        assertThat(LongStream.rangeClosed(1, 40).filter(trigger.lookingEvery(20)::looksAt))
                .containsExactly(20L, 40L);
        assertThat(LongStream.rangeClosed(1, 3).filter(Trigger.every(3)::looksAt))
                .containsExactly(1L, 2L, 3L);
    }

    @Test
    void thresholds_that_make_no_sense_are_refused() {
        assertThatThrownBy(() -> Trigger.every(0)).hasMessageContaining("got 0");
        assertThatThrownBy(() -> Trigger.every(1_001)).hasMessageContaining("1001");
        assertThatThrownBy(() -> Trigger.every(5).orTokens(0)).hasMessageContaining("got 0");
        assertThatThrownBy(() -> Trigger.every(5).lookingEvery(6)).hasMessageContaining("every 6");
        assertThatThrownBy(() -> new Trigger(5, OptionalInt.empty(), 0)).hasMessageContaining("every 0");
    }
}
