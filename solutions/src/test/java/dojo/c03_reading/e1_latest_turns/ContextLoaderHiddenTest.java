package dojo.c03_reading.e1_latest_turns;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.junit.Costs;
import dojo.lab.junit.Inputs;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.Seed;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@WithLab
@WithTable
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ContextLoaderHiddenTest {
    private final LabTable table;
    private final ContextLoader loader;

    ContextLoaderHiddenTest(DynamoDbClient ddb, LabTable table) {
        this.table = table;
        loader = new ContextLoader(ddb, table.name());
    }

    @Test
    @Order(1)
    void any_session_is_loaded_whatever_its_length(Seed seed, Inputs inputs) {
        String session = inputs.given("session", seed.id("s"));
        int summaries = inputs.given("summaries", seed.random().nextInt(1, 13));
        int turns = inputs.given("turns", seed.random().nextInt(20, 70));
        int maxTurns = inputs.given("maxTurns", seed.random().nextInt(2, 10));
        World.session(table.backstage(), table.name(), session, summaries, turns);

        Context context = loader.load(session, maxTurns);

        assertThat(context.customer().orElse("a stranger")).isEqualTo("Mina");
        assertThat(context.summary().map(Summary::number).orElse(0)).isEqualTo(summaries);
        assertThat(context.turns()).extracting(Turn::number).isEqualTo(numbers(turns - maxTurns + 1, turns));
        assertThat(context.turns().get(0).equals(World.turn(turns - maxTurns + 1)))
                .as("a turn comes with its speaker and its text")
                .isTrue();
    }

    @Test
    @Order(2)
    void summary_ten_is_newer_than_summary_nine(Inputs inputs) {
        int summaries = inputs.given("summaries", 10);
        World.session(table.backstage(), table.name(), "s-77", summaries, 30);

        assertThat(loader.load("s-77", 5).summary().map(Summary::number).orElse(0))
                .isEqualTo(10);
    }

    @Test
    @Order(3)
    void a_session_without_summary_or_turns_is_no_error(Inputs inputs) {
        World.session(table.backstage(), table.name(), inputs.given("session", "s-78"), 0, 0);

        Context context = loader.load("s-78", 10);

        assertThat(context.customer().orElse("a stranger")).isEqualTo("Mina");
        assertThat(context.summary()).isEmpty();
        assertThat(context.turns()).isEmpty();
    }

    @Test
    @Order(4)
    void an_unknown_session_is_empty(Inputs inputs) {
        World.session(table.backstage(), table.name(), "s-42", 1, 12);

        Context context = loader.load(inputs.given("session", "s-4"), 10);

        assertThat(context.customer()).isEmpty();
        assertThat(context.turns()).isEmpty();
    }

    @Test
    @Order(5)
    @Costs(requests = 3, readUnits = 2.5, writeUnits = 0)
    void the_price_stays_when_the_session_grows(Inputs inputs) {
        int turns = inputs.given("turns", 90);
        World.session(table.backstage(), table.name(), "s-79", inputs.given("summaries", 15), turns);

        assertThat(loader.load("s-79", 10).turns()).extracting(Turn::number).isEqualTo(numbers(81, 90));
    }

    private static List<Integer> numbers(int first, int last) {
        return IntStream.rangeClosed(first, last).boxed().toList();
    }
}
