package dojo.c11_transactions.e6_not_a_transaction;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.junit.Inputs;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.Seed;
import dojo.lab.junit.StoppedProcess;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@WithLab(laws = """
        [pace]
        [conflicts]
        [[faults.rules]]
        fault = "partial-batch"
        times = 2
        """)
@WithTable
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DeskHiddenTest {
    private final DynamoDbClient ddb;
    private final LabTable table;
    private final Desk desk;

    DeskHiddenTest(DynamoDbClient ddb, LabTable table) {
        this.ddb = ddb;
        this.table = table;
        desk = new Desk(ddb, table.name());
    }

    @Test
    @Order(1)
    void every_click_is_stored_when_the_table_is_busy() {
        assertThatAllAreStored(clicks(9));
    }

    @Test
    @Order(2)
    void a_hundred_clicks_at_most_are_all_stored(Seed seed, Inputs inputs) {
        assertThatAllAreStored(clicks(inputs.given("clicks", seed.random().nextInt(26, 60))));
    }

    @Test
    @Order(3)
    void every_title_comes_when_the_table_is_busy(Seed seed, Inputs inputs) {
        int count = inputs.given("cards", seed.random().nextInt(6, 12));
        List<String> skus = IntStream.range(0, count).mapToObj(n -> "m-" + n).toList();
        table.putAll(
                skus.stream().map(sku -> Items.card(sku, "Title of " + sku)).toList());

        assertThat(desk.titles(skus))
                .containsExactlyElementsOf(
                        skus.stream().map(sku -> "Title of " + sku).toList());
    }

    @Test
    @Order(4)
    void a_process_that_stops_hands_over_all_or_nothing() {
        for (int requests = 0; requests <= 3; requests++) {
            String session = "s-" + requests;
            String agent = "agent-" + requests;
            table.put(Items.meta(session, "assistant"));
            Desk stopping = new Desk(StoppedProcess.after(requests, ddb), table.name());
            Optional<Boolean> told = StoppedProcess.resultOf(() -> stopping.handOver(session, agent));

            boolean speaks = table.items("SESSION#" + session).contains(Items.meta(session, agent));
            boolean listed = !table.items("AGENT#" + agent).isEmpty();
            assertThat(List.of(speaks, listed))
                    .as("stopped after %s requests, told %s: the agent speaks, and has it in her list", requests, told)
                    .isIn(List.of(true, true), List.of(false, false));
        }
    }

    @Test
    @Order(5)
    void a_session_that_is_not_there_is_not_handed_over() {
        assertThat(desk.handOver("s-99", "noor")).as("handed over").isFalse();
        assertThat(table.items("SESSION#s-99")).as("session s-99").isEmpty();
        assertThat(table.items("AGENT#noor")).as("list of noor").isEmpty();
    }

    private static List<Click> clicks(int count) {
        return IntStream.range(0, count)
                .mapToObj(n -> new Click("k-" + n, "m-7"))
                .toList();
    }

    private void assertThatAllAreStored(List<Click> clicks) {
        desk.report(clicks);

        assertThat(table.items())
                .as("stored of %s clicks", clicks.size())
                .containsExactlyInAnyOrderElementsOf(
                        clicks.stream().map(Items::click).toList());
    }
}
