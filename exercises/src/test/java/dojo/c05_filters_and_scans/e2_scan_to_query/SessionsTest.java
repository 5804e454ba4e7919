package dojo.c05_filters_and_scans.e2_scan_to_query;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.junit.Costs;
import dojo.lab.junit.GlobalIndex;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;

@WithLab
@WithTable(
        globalIndexes =
                @GlobalIndex(
                        name = "GSI1",
                        partitionKey = "GSI1PK",
                        sortKey = "GSI1SK",
                        projection = ProjectionType.INCLUDE,
                        include = {"session_id", "customer", "note", "opened_at", "order_id"}))
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SessionsTest {
    private final LabTable table;
    private final Sessions sessions;

    SessionsTest(DynamoDbClient ddb, LabTable table) {
        this.table = table;
        sessions = new Sessions(ddb, table.name());
    }

    @Test
    @Order(1)
    void the_sessions_about_an_order_come_newest_first() {
        for (int number : new int[] {11, 9, 8, 10}) {
            sessions.open(World.session(number));
        }
        sessions.concerns("s-10", "1138");
        sessions.concerns("s-9", "1138");
        sessions.concerns("s-11", "1138");

        assertThat(sessions.about("1138")).containsExactly(World.session(11), World.session(10), World.session(9));
        assertThat(sessions.about("2000")).as("order that nobody asked about").isEmpty();
    }

    @Test
    @Order(2)
    void a_session_is_found_under_the_order_it_turned_to() {
        sessions.open(World.session(1));
        sessions.concerns("s-1", "1138");
        sessions.concerns("s-1", "2047");

        assertThat(sessions.about("2047")).as("sessions about the new order").containsExactly(World.session(1));
        assertThat(sessions.about("1138")).as("sessions about the old order").isEmpty();
    }

    @Test
    @Order(3)
    @Costs(requests = 1, readUnits = 0.5, writeUnits = 0)
    void three_sessions_among_sixty_cost_half_a_read_unit() {
        World.fill(new Sessions(table.backstage(), table.name()), 60);

        assertThat(sessions.about("1138")).containsExactly(World.session(42), World.session(22), World.session(2));
    }
}
