package dojo.c11_transactions.e4_uniqueness_item;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.junit.Costs;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.Race;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.util.List;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@WithLab
@WithTable
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HandlesTest {
    private static final Handle MINA = new Handle("Mina");
    private static final Handle WILHELMINA = new Handle("Wilhelmina");

    private final Race race;
    private final Handles handles;
    private final Shop shop;

    HandlesTest(DynamoDbClient ddb, LabTable table) {
        race = Race.on(ddb);
        handles = new Handles(race.client(), table.name());
        shop = new Shop(table);
    }

    @Test
    @Order(1)
    void a_new_customer_is_shown_with_the_handle() {
        assertThat(handles.register("c-17", MINA)).isEqualTo(new Reply.Done());

        assertThat(shop.shows("c-17")).isEqualTo("Mina");
    }

    @Test
    @Order(2)
    void a_taken_handle_is_refused() {
        shop.has("c-17", MINA);

        assertThat(handles.register("c-42", MINA)).isEqualTo(new Reply.HandleTaken());
        assertThat(shop.shows("c-42")).as("handle on the page of c-42").isEqualTo("nothing");
    }

    @Test
    @Order(3)
    void of_two_customers_at_once_one_gets_the_handle() throws Exception {
        List<Reply> told = race.run(() -> handles.register("c-17", MINA), () -> handles.register("c-42", MINA));

        assertThat(told).containsExactlyInAnyOrder(new Reply.Done(), new Reply.HandleTaken());
        assertThat(List.of(shop.shows("c-17"), shop.shows("c-42"))).containsExactlyInAnyOrder("Mina", "nothing");
    }

    @Test
    @Order(4)
    @Costs(requests = 1, readUnits = 0, writeUnits = 6)
    void a_customer_moves_to_another_handle_in_one_request() {
        shop.has("c-17", MINA);

        assertThat(handles.rename("c-17", MINA, WILHELMINA)).isEqualTo(new Reply.Done());
        assertThat(shop.shows("c-17")).isEqualTo("Wilhelmina");
        assertThat(shop.gives("c-42", MINA)).as("Mina, for the next customer").isEqualTo(new Reply.Done());
    }
}
