package dojo.c04_conditional_writes.e4_optimistic_update;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.Lab;
import dojo.lab.junit.Inputs;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.Race;
import dojo.lab.junit.Seed;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Every eventually consistent read is served by a replica that is ten seconds behind, and the clock stands still. */
@WithLab(laws = """
        [replication]
        leader-share = 0
        follower-lag-median = "10 s"
        follower-lag-tail = "1 min"
        """)
@WithTable
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BasketsHiddenTest {
    private final Lab lab;
    private final LabTable table;

    BasketsHiddenTest(Lab lab, LabTable table) {
        this.lab = lab;
        this.table = table;
    }

    @BeforeEach
    void a_basket_is_made() {
        Map<String, AttributeValue> item = new HashMap<>(Basket.key("s-42"));
        item.put("volumes", new Basket(List.of("Volume 1")).attribute());
        item.put("version", AttributeValue.fromN("7"));
        lab.client().putItem(put -> put.tableName(table.name()).item(item));
    }

    @Test
    @Order(1)
    void a_basket_made_a_moment_ago_is_found() {
        Baskets baskets = new Baskets(lab.client(), table.name(), lab.clock());

        assertThat(baskets.change("s-42", basket -> basket.with("Volume 2")))
                .isEqualTo(new Change.Saved(new Basket(List.of("Volume 1", "Volume 2"))));
    }

    @Test
    @Order(2)
    void a_refused_change_is_made_again_on_what_is_there(Seed seed, Inputs inputs) {
        int times = inputs.given("times somebody else is quicker", seed.random().nextInt(1, 4));
        Rival rival = new Rival(lab.client(), table.name(), times);
        Baskets baskets = new Baskets(rival.client(), table.name(), lab.clock());
        Change told = baskets.change("s-42", basket -> basket.with("Volume 2"));

        List<String> all = List.of("Volume 1", "Rival 1", "Rival 2", "Rival 3");
        assertThat(stored().volumes())
                .as("the basket, with what the other tab has put into it")
                .containsAll(all.subList(0, times + 1))
                .contains("Volume 2");
        assertThat(told).isEqualTo(new Change.Saved(stored()));
    }

    @Test
    @Order(3)
    void after_five_refused_attempts_it_gives_up() {
        Rival rival = new Rival(lab.client(), table.name(), 20);
        Baskets baskets = new Baskets(rival.client(), table.name(), lab.clock());
        Change told = baskets.change("s-42", basket -> basket.with("Volume 2"));

        assertThat(told).isEqualTo(new Change.GaveUp());
        assertThat(rival.attempts()).as("attempts to write").isEqualTo(5);
        assertThat(stored().volumes()).as("the basket").contains("Rival 5").doesNotContain("Volume 2");
    }

    @Test
    @Order(4)
    void two_changes_of_one_millisecond_lose_nothing() throws Exception {
        Race race = Race.on(lab.client());
        Baskets baskets = new Baskets(race.client(), table.name(), lab.clock());
        baskets.change("s-42", basket -> basket.with("Volume 2"));
        race.run(
                () -> baskets.change("s-42", basket -> basket.with("Volume 3")),
                () -> baskets.change("s-42", basket -> basket.with("Volume 4")));

        assertThat(stored().volumes())
                .as("the basket, after three changes at %s", lab.clock().instant())
                .containsExactlyInAnyOrder("Volume 1", "Volume 2", "Volume 3", "Volume 4");
    }

    @Test
    @Order(5)
    void what_others_keep_in_the_item_stays() {
        Rival rival = new Rival(lab.client(), table.name(), 0);
        Baskets baskets = new Baskets(rival.client(), table.name(), lab.clock());
        baskets.change("s-42", basket -> basket.with("Volume 2"));

        assertThat(table.items("SESSION#s-42").get(0))
                .as("the item; last_seen was set between the read and the write")
                .containsEntry("last_seen", AttributeValue.fromS("attempt 1"));
    }

    @Test
    @Order(6)
    void whoever_compares_the_version_hears_of_the_change() {
        Baskets baskets = new Baskets(lab.client(), table.name(), lab.clock());
        baskets.change("s-42", basket -> basket.with("Volume 2"));
        baskets.change("s-42", basket -> basket.with("Volume 3"));

        assertThat(table.items("SESSION#s-42").get(0))
                .as("the item, at version 7 before two changes")
                .containsEntry("version", AttributeValue.fromN("9"));
    }

    private Basket stored() {
        return Basket.of(table.items("SESSION#s-42").get(0));
    }
}
