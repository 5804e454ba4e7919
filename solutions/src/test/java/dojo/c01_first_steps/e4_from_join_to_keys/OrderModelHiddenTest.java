package dojo.c01_first_steps.e4_from_join_to_keys;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.junit.Inputs;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.Seed;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
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
class OrderModelHiddenTest {
    private final OrderModel model = new OrderModel();
    private final DynamoDbClient ddb;
    private final LabTable table;

    OrderModelHiddenTest(DynamoDbClient ddb, LabTable table) {
        this.ddb = ddb;
        this.table = table;
    }

    @Test
    @Order(1)
    void a_long_order_is_told_in_the_order_of_its_lines(Seed seed, Inputs inputs) {
        int lines = inputs.given("lines", seed.random().nextInt(10, 15));
        PlacedOrder order = World.order(inputs.given("order", seed.id("o")), World.MINA, "2026-11-22T09:00:03Z", lines);
        store(order);

        assertThat(model.page(ddb, table.name(), order.id()).lines()).isEqualTo(order.lines());
    }

    @Test
    @Order(2)
    void a_customer_with_fewer_orders_than_asked_for_gets_what_there_is(Inputs inputs) {
        Customer noor = new Customer(inputs.given("customer", "c-7"), "Noor");
        Customer jo = new Customer(inputs.given("another customer", "c-77"), "Jo");
        List.of(noor, jo).forEach(customer -> put(model.item(customer)));
        store(World.order("o-1", noor, "2026-11-22T09:00:03Z", 1));
        store(World.order("o-2", jo, "2026-11-23T09:00:03Z", 2));

        assertThat(model.latest(ddb, table.name(), noor.id(), 3))
                .as("the orders of a customer with one order")
                .containsExactly(new Headline("o-1", "2026-11-22T09:00:03Z", 691));
        assertThat(model.latest(ddb, table.name(), "c-777", 3))
                .as("the orders of somebody without any")
                .isEmpty();
    }

    @Test
    @Order(3)
    void two_orders_of_one_second_are_both_listed() {
        store(World.order("o-8", World.MINA, "2026-11-22T09:00:03Z", 1));
        store(World.order("o-9", World.MINA, "2026-11-22T09:00:03Z", 2));

        assertThat(model.latest(ddb, table.name(), World.MINA.id(), 3))
                .extracting(Headline::orderId)
                .as("orders o-8 and o-9, placed in the same second")
                .containsExactlyInAnyOrder("o-8", "o-9");
    }

    private void store(PlacedOrder order) {
        put(model.item(order.customer()));
        model.items(order).forEach(this::put);
    }

    private void put(Map<String, AttributeValue> item) {
        table.backstage().putItem(put -> put.tableName(table.name()).item(item));
    }
}
