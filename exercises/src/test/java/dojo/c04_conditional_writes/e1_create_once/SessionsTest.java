package dojo.c04_conditional_writes.e1_create_once;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.Lab;
import dojo.lab.junit.Costs;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.util.List;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The connection breaks after the first write to session o-7: it is stored, and nobody hears of it. */
@WithLab(laws = """
        [[faults.rules]]
        fault = "connection-reset"
        moment = "after-commit"
        operation = "PutItem"
        key = "SESSION#o-7"
        nth = 1

        [[faults.rules]]
        fault = "connection-reset"
        moment = "after-commit"
        operation = "UpdateItem"
        key = "SESSION#o-7"
        nth = 1
        """)
@WithTable
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SessionsTest {
    private final LabTable table;
    private final Sessions sessions;
    private final long now;

    SessionsTest(Lab lab, LabTable table) {
        this.table = table;
        sessions = new Sessions(lab.client(), table.name(), lab.clock());
        now = lab.clock().instant().getEpochSecond();
    }

    @Test
    @Order(1)
    @Costs(requests = 1, readUnits = 0, writeUnits = 1)
    void a_new_session_is_stored_for_one_write_unit() {
        Creation told = sessions.create("q-1", "o-1138", "/orders/1138");

        assertThat(told).isEqualTo(Creation.CREATED);
        assertThat(stored("o-1138")).containsExactly(new Session("o-1138", "/orders/1138", 0, now + 86_400));
    }

    @Test
    @Order(2)
    void a_lost_answer_gives_the_session_to_nobody_else() {
        Creation told = sessions.create("q-1", "o-7", "/orders/7");

        assertThat(stored("o-7")).containsExactly(new Session("o-7", "/orders/7", 0, now + 86_400));
        assertThat(told).as("told about its own session").isEqualTo(Creation.CREATED);
    }

    @Test
    @Order(3)
    void a_session_of_somebody_else_is_taken() {
        Session bens = new Session("o-1138", "/orders/1138", 3, now + 3_600);
        table.put(bens.item());
        Creation told = sessions.create("q-2", "o-1138", "/orders/1138");

        assertThat(stored("o-1138")).as("Ben's session").containsExactly(bens);
        assertThat(told).isEqualTo(Creation.TAKEN);
    }

    @Test
    @Order(4)
    void a_session_that_is_over_is_replaced() {
        table.put(new Session("o-1138", "/orders/1138/refund", 12, now - 7_200).item());
        Creation told = sessions.create("q-3", "o-1138", "/orders/1138");

        assertThat(told).isEqualTo(Creation.CREATED);
        assertThat(stored("o-1138")).containsExactly(new Session("o-1138", "/orders/1138", 0, now + 86_400));
    }

    private List<Session> stored(String sessionId) {
        return table.items("SESSION#" + sessionId).stream().map(Session::of).toList();
    }
}
