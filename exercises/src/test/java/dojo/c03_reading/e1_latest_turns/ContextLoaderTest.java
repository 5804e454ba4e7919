package dojo.c03_reading.e1_latest_turns;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.junit.Costs;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@WithLab
@WithTable
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ContextLoaderTest {
    private final LabTable table;
    private final ContextLoader loader;

    ContextLoaderTest(DynamoDbClient ddb, LabTable table) {
        this.table = table;
        loader = new ContextLoader(ddb, table.name());
    }

    @Test
    @Order(1)
    void a_short_session_is_loaded_whole() {
        store("s-7", 1, 3);

        Context context = loader.load("s-7", 10);

        assertThat(context.customer().orElse("a stranger")).isEqualTo("Mina");
        assertThat(context.summary().map(Summary::number).orElse(0)).isEqualTo(1);
        assertThat(context.turns()).extracting(Turn::number).containsExactly(1, 2, 3);
    }

    @Test
    @Order(2)
    void the_newest_turns_come_in_the_order_they_were_spoken() {
        store("s-8", 0, 12);

        assertThat(loader.load("s-8", 4).turns()).extracting(Turn::number).containsExactly(9, 10, 11, 12);
    }

    @Test
    @Order(3)
    void the_customer_is_still_known_at_fourteen_turns() {
        store("s-9", 1, 14);

        assertThat(loader.load("s-9", 10).customer().orElse("a stranger")).isEqualTo("Mina");
    }

    @Test
    @Order(4)
    void the_latest_summary_is_still_known_at_fifteen_turns() {
        store("s-10", 2, 15);

        assertThat(loader.load("s-10", 10).summary().map(Summary::number).orElse(0))
                .isEqualTo(2);
    }

    @Test
    @Order(5)
    @Costs(requests = 3, readUnits = 2.5, writeUnits = 0)
    void a_long_session_costs_two_and_a_half_read_units() {
        World.fill(table.backstage(), table.name());

        Context context = loader.load("s-42", 10);

        assertThat(context.customer().orElse("a stranger")).isEqualTo("Mina");
        assertThat(context.summary().map(Summary::number).orElse(0)).isEqualTo(8);
        assertThat(context.turns()).extracting(Turn::number).containsExactly(51, 52, 53, 54, 55, 56, 57, 58, 59, 60);
    }

    private void store(String session, int summaries, int turns) {
        World.session(table.backstage(), table.name(), session, summaries, turns);
    }
}
