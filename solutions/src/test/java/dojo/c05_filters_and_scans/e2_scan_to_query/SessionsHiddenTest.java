package dojo.c05_filters_and_scans.e2_scan_to_query;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.Lab;
import dojo.lab.bill.Bill;
import dojo.lab.junit.Costs;
import dojo.lab.junit.GlobalIndex;
import dojo.lab.junit.Inputs;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.OtherProcess;
import dojo.lab.junit.Seed;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
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
class SessionsHiddenTest {
    private final Lab lab;
    private final LabTable table;
    private final Sessions sessions;

    SessionsHiddenTest(Lab lab, DynamoDbClient ddb, LabTable table) {
        this.lab = lab;
        this.table = table;
        sessions = new Sessions(ddb, table.name());
    }

    @Test
    @Order(1)
    void a_growing_table_makes_no_question_dearer(Seed seed, Inputs inputs) {
        int more = inputs.given("sessions later", seed.random().nextInt(25, 40));
        Sessions backstage = new Sessions(table.backstage(), table.name());
        World.fill(backstage, 10);
        Bill before = priceOfOrder113();
        for (int number = 11; number <= more; number++) {
            backstage.open(World.session(number));
            backstage.concerns("s-" + number, Integer.toString(1130 + number));
        }

        assertThat(priceOfOrder113())
                .as("price with %d sessions, after %s with 10", more, before)
                .isEqualTo(before);
    }

    @Test
    @Order(2)
    @Costs(requests = 1, readUnits = 0, writeUnits = 1)
    void a_session_without_an_order_costs_one_write_unit() {
        sessions.open(World.session(5));
    }

    @Test
    @Order(3)
    void long_notes_do_not_cut_the_list_short(Inputs inputs) {
        String note = "n".repeat(inputs.given("bytes of a note", 300_000));
        List<Session> expected = new ArrayList<>();
        for (int number = 5; number >= 1; number--) {
            Session session = new Session("s-" + number, "c-mina", note, Instant.ofEpochSecond(9_000 + number));
            sessions.open(session);
            sessions.concerns(session.id(), "1138");
            expected.add(session);
        }

        assertThat(sessions.about("1138")).isEqualTo(expected);
    }

    @Test
    @Order(4)
    void an_unknown_session_concerns_nothing() {
        assertThat(sessions.concerns("s-404", "1138"))
                .as("answer for an unknown session")
                .isFalse();
        assertThat(table.items()).as("items stored").isEmpty();
        assertThat(sessions.about("1138")).isEmpty();
    }

    @Test
    @Order(5)
    void naming_the_order_again_changes_nothing(Seed seed, Inputs inputs) {
        String order = inputs.given("order", seed.id("o"));
        sessions.open(World.session(1));
        for (String named : List.of(order, order, "2047", order)) {
            assertThat(sessions.concerns("s-1", named)).isTrue();
        }

        assertThat(sessions.about(order)).containsExactly(World.session(1));
        assertThat(sessions.about("2047")).isEmpty();
    }

    @Test
    @Order(6)
    void another_server_finds_the_same_sessions() {
        World.fill(new Sessions(table.backstage(), table.name()), 10);
        OtherProcess server = OtherProcess.with(table.backstage(), table.name(), lab.clock());

        assertThat(server.does(About.class)).as("sessions about order 113").containsExactly("s-7");
    }

    /** What a server finds that has opened none of the sessions. */
    static final class About implements OtherProcess.Work<List<String>> {
        @Override
        public List<String> run(DynamoDbClient ddb, String table, InstantSource clock) {
            return new Sessions(ddb, table)
                    .about("113").stream().map(Session::id).toList();
        }
    }

    private Bill priceOfOrder113() {
        int mark = lab.meter().mark();
        assertThat(sessions.about("113")).containsExactly(World.session(7));
        return lab.meter().billSince(mark);
    }
}
