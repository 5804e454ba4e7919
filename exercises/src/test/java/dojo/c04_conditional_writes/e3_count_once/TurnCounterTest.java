package dojo.c04_conditional_writes.e3_count_once;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.Lab;
import dojo.lab.junit.Costs;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The connection breaks after the first update of session s-7: it is carried out, and nobody hears of it. */
@WithLab(laws = """
        [[faults.rules]]
        fault = "connection-reset"
        moment = "after-commit"
        operation = "UpdateItem"
        key = "SESSION#s-7"
        nth = 1
        """)
@WithTable
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TurnCounterTest {
    private final LabTable table;
    private final TurnCounter counter;

    TurnCounterTest(Lab lab, LabTable table) {
        this.table = table;
        counter = new TurnCounter(lab.client(), table.name(), lab.clock());
    }

    @Test
    @Order(1)
    @Costs(requests = 1, readUnits = 0, writeUnits = 1)
    void a_turn_is_counted_for_one_write_unit() {
        table.put(new Session("s-42", "/manga/7", 6).item());
        OptionalInt told = counter.count("s-42", 7);

        assertThat(told).hasValue(7);
        assertThat(stored("s-42")).containsExactly(new Session("s-42", "/manga/7", 7));
    }

    @Test
    @Order(2)
    void a_turn_whose_answer_is_lost_counts_once() {
        table.put(new Session("s-7", "/orders/7", 18).item());
        OptionalInt told = counter.count("s-7", 19);

        assertThat(stored("s-7")).containsExactly(new Session("s-7", "/orders/7", 19));
        assertThat(told).as("turns, as the summariser was told").hasValue(19);
    }

    @Test
    @Order(3)
    void a_session_that_is_gone_stays_gone() {
        OptionalInt told = counter.count("s-404", 3);

        assertThat(table.items("SESSION#s-404"))
                .as("items of a session that TTL has deleted")
                .isEmpty();
        assertThat(told).isEmpty();
    }

    private List<Session> stored(String sessionId) {
        return table.items("SESSION#" + sessionId).stream().map(Session::of).toList();
    }
}
