package dojo.c04_conditional_writes.e4_optimistic_update;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.junit.Costs;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.Race;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@WithLab
@WithTable
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BasketsTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-22T09:00:00Z"));

    private final LabTable table;
    private final Race race;
    private final Baskets baskets;

    BasketsTest(DynamoDbClient ddb, LabTable table) {
        this.table = table;
        race = Race.on(ddb);
        baskets = new Baskets(race.client(), table.name(), CLOCK);
    }

    @Test
    @Order(1)
    @Costs(requests = 2, readUnits = 1, writeUnits = 1)
    void a_change_takes_one_read_and_one_write() {
        store(new Basket(List.of("Volume 1")));
        Change told = baskets.change("s-42", basket -> basket.with("Volume 2"));

        assertThat(told).isEqualTo(new Change.Saved(new Basket(List.of("Volume 1", "Volume 2"))));
        assertThat(stored().volumes()).containsExactly("Volume 1", "Volume 2");
    }

    /** Neither tab writes before both have read. */
    @Test
    @Order(2)
    void two_tabs_at_once_lose_nothing() throws Exception {
        store(new Basket(List.of("Volume 1")));
        List<Change> told = race.run(
                () -> baskets.change("s-42", basket -> basket.with("Volume 2")),
                () -> baskets.change("s-42", basket -> basket.with("Volume 3")));

        assertThat(stored().volumes())
                .as("the basket, with what either tab has put into it")
                .containsExactlyInAnyOrder("Volume 1", "Volume 2", "Volume 3");
        assertThat(told).hasOnlyElementsOfType(Change.Saved.class);
    }

    @Test
    @Order(3)
    void a_session_without_a_basket_gets_none() {
        assertThat(baskets.change("s-42", basket -> basket.with("Volume 2"))).isEqualTo(new Change.Missing());
        assertThat(table.items()).isEmpty();
    }

    private void store(Basket basket) {
        Map<String, AttributeValue> item = new HashMap<>(Basket.key("s-42"));
        item.put("volumes", basket.attribute());
        item.put("version", AttributeValue.fromN("7"));
        table.put(item);
    }

    private Basket stored() {
        return Basket.of(table.items("SESSION#s-42").get(0));
    }
}
