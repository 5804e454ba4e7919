package dojo.c07_indexes.e8_model_the_session;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.Lab;
import dojo.lab.junit.Design;
import dojo.lab.junit.Inputs;
import dojo.lab.junit.Seed;
import dojo.lab.junit.WithLab;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;

@WithLab
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SessionModelHiddenTest {
    private final Model model = new SessionModel();
    private final World world;
    private final Lab lab;

    SessionModelHiddenTest(Lab lab, Seed seed) {
        this.lab = lab;
        world = new World(model, seed);
    }

    @Test
    @Order(1)
    void a_session_that_wakes_up_comes_first(DynamoDbClient ddb, Seed seed, Inputs inputs) {
        int sleeper = inputs.given("session", seed.random().nextInt(1, 4));
        Session before = world.customersSessions(1).get(sleeper);
        Session after =
                new Session(before.id(), before.customer(), before.openedAt(), before.activeAt() + 100_000_000L);
        try (Design table = world.growth(lab).open(1)) {
            ddb.putItem(put -> put.tableName(table.name()).item(model.item(after)));

            assertThat(world.sessions(ddb, table.name())).startsWith("[" + after.id() + ",");
        }
    }

    @Test
    @Order(2)
    void no_guest_is_in_an_index() {
        Session guest = new Session("s-guest", Optional.empty(), 1_795_000_000_000L, 1_795_000_000_001L);
        try (Design table = world.growth(lab).open(1)) {
            List<String> indexes = table.shape().globalSecondaryIndexes().stream()
                    .filter(index -> model.item(guest).keySet().containsAll(attributes(index)))
                    .map(GlobalSecondaryIndex::indexName)
                    .toList();

            assertThat(indexes)
                    .as("indexes with the session of a guest; nobody looks for it there, its writes cost twice as"
                            + " much, and a key that all guests share is a hot one")
                    .isEmpty();
        }
    }

    @Test
    @Order(3)
    void a_chat_of_one_turn_has_one_turn(DynamoDbClient ddb) {
        try (Design table = world.growth(lab).open(1)) {
            assertThat(world.turns(ddb, table.name(), "s-4"))
                    .as("positions of the last five turns of s-4")
                    .isEqualTo("[1]");
        }
    }

    private static List<String> attributes(GlobalSecondaryIndex index) {
        return index.keySchema().stream().map(KeySchemaElement::attributeName).toList();
    }
}
