package dojo.c08_hot_partitions.e4_cold_start_burst;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.Lab;
import dojo.lab.junit.GlobalIndex;
import dojo.lab.junit.Inputs;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.Seed;
import dojo.lab.junit.Traffic;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.time.Duration;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A new table takes 4 write units a second; by quota it may have 200. */
@WithLab(laws = """
                [capacity]
                on-demand-write-units = 4
                table-write-quota = 200
                """)
@WithTable(globalIndexes = @GlobalIndex(name = "GSI1", partitionKey = "GSI1PK"))
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LaunchHiddenTest {
    private static final String BASKET = "x".repeat(1_400);

    private final Lab lab;
    private final Traffic traffic;
    private final String table;
    private final Launch launch;

    LaunchHiddenTest(Lab lab, LabTable table) {
        this.lab = lab;
        this.table = table.name();
        traffic = Traffic.on(lab);
        launch = new Launch(traffic.client(), this.table);
    }

    @Test
    @Order(1)
    void a_smaller_sale_after_a_larger_one_takes_nothing_away(Seed seed, Inputs inputs) {
        int larger = inputs.given("orders a second, first sale", seed.random().nextInt(30, 90));
        int smaller = inputs.given("orders a second, second sale", seed.random().nextInt(5, 25));
        launch.prepare(larger);

        assertThat(launch.prepare(smaller))
                .as("ready for, after the second sale was prepared")
                .isGreaterThanOrEqualTo(larger);
        assertThat(throttled(2 * smaller))
                .as("orders of the second sale throttled, of " + 2 * smaller)
                .isZero();
    }

    @Test
    @Order(2)
    void more_than_the_quota_allows_is_not_promised() {
        launch.prepare(30);

        assertThat(launch.prepare(101))
                .as("ready for, with a quota of 200 units")
                .isBetween(30L, 100L);
        assertThat(throttled(60)).as("orders throttled at 30 a second, of 60").isZero();
    }

    @Test
    @Order(3)
    void an_index_that_stayed_behind_its_table_is_made_ready_too() {
        lab.client()
                .updateTable(update -> update.tableName(table)
                        .warmThroughput(warm -> warm.readUnitsPerSecond(12_000L).writeUnitsPerSecond(100L)));

        assertThat(launch.readyFor()).as("ready for, with a cold index").isEqualTo(2);
        assertThat(launch.prepare(20)).as("ready for, when prepared").isGreaterThanOrEqualTo(20);
        assertThat(throttled(40)).as("orders throttled at 20 a second, of 40").isZero();
    }

    @Test
    @Order(4)
    void half_an_hour_after_a_peak_the_table_takes_twice_as_much() {
        long untilMinute = 60 - lab.clock().instant().getEpochSecond() % 60;
        lab.clock().advance(Duration.ofSeconds(untilMinute));
        traffic.throttled(60, Duration.ofMinutes(1), this::takeOneTwiceAsLarge);
        lab.clock().advance(Duration.ofMinutes(32));

        assertThat(launch.readyFor())
                .as("ready for, after a minute of one a second, twice as large")
                .isEqualTo(4);
    }

    /** Two seconds of them, on the day after. */
    private int throttled(int orders) {
        lab.clock().advance(Duration.ofHours(12));
        return traffic.throttled(orders, Duration.ofSeconds(2), this::take);
    }

    private void take(int i) {
        take(i, BASKET);
    }

    private void takeOneTwiceAsLarge(int i) {
        take(i, "x".repeat(3_400));
    }

    private void take(int i, String basket) {
        TicketOrder order = new TicketOrder("o-" + i, "b-" + i, basket);
        traffic.client().putItem(put -> put.tableName(table).item(order.item()));
    }
}
