package dojo.c07_indexes.e8_model_the_session;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.Lab;
import dojo.lab.junit.Costs;
import dojo.lab.junit.Design;
import dojo.lab.junit.Growth;
import dojo.lab.junit.Seed;
import dojo.lab.junit.WithLab;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.TestReporter;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The tables are filled and asked once; three checks look at what came of it. */
@WithLab
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SessionModelTest {
    private final Model model = new SessionModel();
    private final World world;
    private final Growth growth;

    SessionModelTest(Lab lab, Seed seed) {
        world = new World(model, seed);
        growth = world.growth(lab);
    }

    @Test
    @Order(1)
    void the_table_can_be_created() {
        growth.assertThatTheTableFits();
    }

    @Test
    @Order(2)
    void every_item_has_a_place_of_its_own() {
        growth.assertThatEverythingFits();
    }

    @Test
    @Order(3)
    void every_pattern_finds_what_it_looks_for_at_every_size(TestReporter reporter) {
        growth.assertThatAnswersAreRight(reporter);
    }

    @Test
    @Order(4)
    void no_pattern_costs_more_when_everything_grows(TestReporter reporter) {
        growth.assertThatNothingGrows(reporter);
    }

    @Test
    @Order(5)
    @Costs(requests = 4, readUnits = 1.5, writeUnits = 1)
    void a_reply_costs_four_requests(DynamoDbClient ddb) {
        try (Design table = growth.open(1)) {
            world.session(ddb, table.name());
            world.summary(ddb, table.name());
            assertThat(world.turns(ddb, table.name())).isEqualTo("[6, 5, 4, 3, 2]");

            Turn reply = World.turn(World.SESSION, 7);
            ddb.putItem(put -> put.tableName(table.name()).item(model.item(reply)));
        }
    }
}
