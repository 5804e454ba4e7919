package dojo.session.rivals;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.session.Window.Consistency;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the session memory promises about its price; {@code dojo bench memory} runs this test and prints its figures. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PriceTest {
    private static final Path REPORT = Path.of(System.getProperty("basedir", "."), "target", "rivals", "memory.jsonl");

    private final PriceList list = PriceList.measured();

    @BeforeAll
    void the_figures_are_written_down_whether_or_not_they_please() throws IOException {
        list.write(REPORT);
    }

    @Test
    void the_items_are_as_large_as_the_comparison_says() {
        assertThat(Script.of(7).itemSizes()).containsExactly((long) Script.QUESTION_BYTES, (long) Script.ANSWER_BYTES);
    }

    @Test
    void a_chat_turn_costs_at_most_three_writes_and_a_third_and_four_reads_and_a_half() {
        Figures ours = list.of(Design.OURS, Consistency.EVENTUAL);

        assertThat(ours.writeUnits()).isBetween(3.0, PriceList.MOST_WRITE_UNITS);
        assertThat(ours.readUnits()).isPositive().isLessThanOrEqualTo(PriceList.MOST_READ_UNITS);
    }

    @Test
    void a_slow_user_pays_for_activity_more_often_but_never_with_every_write() {
        double slow = list.slow().writeUnits();

        assertThat(slow)
                .isGreaterThan(list.of(Design.OURS, Consistency.EVENTUAL).writeUnits())
                .isLessThanOrEqualTo(4.1);
    }

    @Test
    void strong_loads_double_what_is_read_and_nothing_else() {
        assertThat(Design.values()).allSatisfy(design -> {
            Figures eventual = list.of(design, Consistency.EVENTUAL);
            Figures strong = list.of(design, Consistency.STRONG);
            assertThat(strong.readUnits()).isEqualTo(2 * eventual.readUnits());
            assertThat(strong.writeUnits()).isEqualTo(eventual.writeUnits());
            assertThat(strong.requests()).isEqualTo(eventual.requests());
        });
    }

    @Test
    void the_windowed_item_costs_ten_times_as_much_and_deleting_and_reinserting_twenty_times() {
        assertThat(Design.ONE_WINDOWED_ITEM.atLeastTimesOurs()).isEqualTo(10);
        assertThat(Design.DELETE_AND_REINSERT.atLeastTimesOurs()).isEqualTo(20);
        assertThat(Design.values())
                .allSatisfy(design -> assertThat(list.timesOurs(design, Consistency.EVENTUAL))
                        .isGreaterThanOrEqualTo(design.atLeastTimesOurs()));
    }

    @Test
    void only_the_design_that_promises_nothing_is_cheaper() {
        assertThat(Arrays.stream(Design.values()).filter(design -> list.timesOurs(design, Consistency.EVENTUAL) < 1))
                .containsExactly(Design.TIMESTAMP_ITEMS);
    }
}
