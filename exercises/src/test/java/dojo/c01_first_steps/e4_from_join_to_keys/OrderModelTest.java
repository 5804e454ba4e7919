package dojo.c01_first_steps.e4_from_join_to_keys;

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
class OrderModelTest {
    private final OrderModel model = new OrderModel();
    private final World world;
    private final Growth growth;

    OrderModelTest(Lab lab, Seed seed) {
        world = new World(model, seed);
        growth = world.growth(lab);
    }

    @Test
    @Order(1)
    void every_item_has_a_place_of_its_own() {
        growth.assertThatEverythingFits();
    }

    @Test
    @Order(2)
    void both_questions_are_answered_at_every_size(TestReporter reporter) {
        growth.assertThatAnswersAreRight(reporter);
    }

    @Test
    @Order(3)
    void neither_question_costs_more_when_the_shop_grows(TestReporter reporter) {
        growth.assertThatNothingGrows(reporter);
    }

    @Test
    @Order(4)
    @Costs(requests = 7, readUnits = 1, writeUnits = 5)
    void an_order_is_placed_shown_and_listed_in_seven_requests(DynamoDbClient ddb) {
        try (Design table = growth.open(1)) {
            PlacedOrder order = World.order("o-42", World.MINA, "2026-11-22T09:00:03Z", 3);
            model.items(order)
                    .forEach(item ->
                            ddb.putItem(put -> put.tableName(table.name()).item(item)));

            assertThat(model.page(ddb, table.name(), "o-42").toString()).isEqualTo(World.page(order));
            assertThat(model.latest(ddb, table.name(), World.MINA.id(), 1))
                    .containsExactly(new Headline("o-42", order.placedAt(), order.total()));
        }
    }
}
