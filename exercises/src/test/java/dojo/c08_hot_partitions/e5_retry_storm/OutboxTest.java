package dojo.c08_hot_partitions.e5_retry_storm;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.Lab;
import dojo.lab.junit.Costs;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.Seed;
import dojo.lab.junit.Traffic;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import dojo.lab.time.Scenario;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A partition of this lab takes 10 write units a second, a hundredth of a real one; a write takes 4 ms. */
@WithLab(laws = """
                [pace]
                write = "4 ms"

                [capacity]
                partition-write-units = 10
                """)
@WithTable
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OutboxTest {
    private static final int SHOPS = 12;
    private static final int EACH = 3;

    private final Lab lab;
    private final LabTable table;
    private final Seed seed;
    private final Traffic traffic;
    private final List<Purchase> handedBack = new ArrayList<>();

    OutboxTest(Lab lab, LabTable table, Seed seed) {
        this.lab = lab;
        this.table = table;
        this.seed = seed;
        traffic = Traffic.on(lab);
    }

    @Test
    @Order(1)
    @Costs(requests = 1, readUnits = 0, writeUnits = 1)
    void on_a_quiet_day_an_order_is_one_request() {
        assertThat(outbox(0).send(orders(0, 1))).as("handed back").isEmpty();
    }

    @Test
    @Order(2)
    void in_a_rush_every_order_is_stored_or_handed_back() {
        rush();

        assertThat(table.items().size() + handedBack.size())
                .as(
                        "orders stored (%d) and handed back (%d), of 36",
                        table.items().size(), handedBack.size())
                .isEqualTo(SHOPS * EACH);
        assertThat(handedBack)
                .as("handed back although it is stored")
                .noneMatch(order -> stored().contains(order.id()));
    }

    @Test
    @Order(3)
    void in_a_rush_at_least_33_of_36_orders_are_stored() {
        rush();

        assertThat(table.items().size()).as("orders stored, of 36").isGreaterThanOrEqualTo(33);
    }

    @Test
    @Order(4)
    void in_a_rush_at_most_three_requests_are_sent_for_each_order() {
        rush();

        assertThat(lab.meter().total().requests())
                .as("requests for 36 orders (%d stored)", table.items().size())
                .isLessThanOrEqualTo(108);
    }

    /** Twelve shops send three orders each, all beginning at the same moment. */
    private void rush() {
        Scenario scenario = Scenario.on(lab.clock(), seed.value()).atMost(Duration.ofSeconds(60));
        for (int i = 0; i < SHOPS; i++) {
            int shop = i;
            scenario.task("shop " + shop, () -> handedBack.addAll(outbox(shop).send(orders(shop, EACH))));
        }
        scenario.run();
    }

    private Outbox outbox(int shop) {
        Random random = new Random(seed.value() * 1_000 + shop);
        return new Outbox(traffic.client(), table.name(), lab.clock()::pass, random);
    }

    private List<String> stored() {
        return table.items().stream()
                .map(item -> Objects.requireNonNull(item.get("SK")).s().replace("ORDER#", ""))
                .toList();
    }

    private static List<Purchase> orders(int shop, int howMany) {
        return IntStream.range(0, howMany)
                .mapToObj(i -> new Purchase("%02d-%02d".formatted(shop, i)))
                .toList();
    }
}
