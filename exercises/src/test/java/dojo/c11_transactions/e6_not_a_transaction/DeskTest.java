package dojo.c11_transactions.e6_not_a_transaction;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.junit.Costs;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.util.List;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@WithLab
@WithTable
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DeskTest {
    private final LabTable table;
    private final Desk desk;

    DeskTest(DynamoDbClient ddb, LabTable table) {
        this.table = table;
        desk = new Desk(ddb, table.name());
    }

    @Test
    @Order(1)
    void a_turn_is_stored_once() {
        assertThat(desk.append("s-42", 7, "Where is my parcel?")).as("appended").isTrue();

        assertThat(desk.append("s-42", 7, "Never mind."))
                .as("appended at the same position")
                .isFalse();
        assertThat(table.items("SESSION#s-42")).containsExactly(Items.turn("s-42", 7, "Where is my parcel?"));
    }

    @Test
    @Order(2)
    void titles_come_in_the_order_asked_for() {
        table.put(Items.card("m-7", "Volume 7"));
        table.put(Items.card("t-1", "Teapot"));
        table.put(Items.card("k-3", "Kettle"));

        assertThat(desk.titles(List.of("t-1", "gone", "m-7", "k-3"))).containsExactly("Teapot", "Volume 7", "Kettle");
        assertThat(desk.titles(List.of("k-3", "m-7", "t-1"))).containsExactly("Kettle", "Volume 7", "Teapot");
    }

    @Test
    @Order(3)
    void a_session_is_handed_over_once() {
        table.put(Items.meta("s-42", "assistant"));

        assertThat(desk.handOver("s-42", "noor")).as("handed over to noor").isTrue();
        assertThat(desk.handOver("s-42", "ben")).as("handed over to ben").isFalse();
        assertThat(table.items("AGENT#noor")).containsExactly(Items.assignment("noor", "s-42"));
        assertThat(table.items("AGENT#ben")).isEmpty();
    }

    @Test
    @Order(4)
    @Costs(readUnits = 2, writeUnits = 8)
    void a_minute_at_the_desk_costs_what_it_must() {
        table.put(Items.meta("s-42", "assistant"));

        desk.append("s-42", 7, "Where is my parcel?");
        desk.report(List.of(new Click("k-1", "m-7"), new Click("k-2", "t-1"), new Click("k-3", "m-7")));
        desk.titles(List.of("m-7", "t-1", "k-3", "w-9"));
        desk.handOver("s-42", "noor");
    }
}
