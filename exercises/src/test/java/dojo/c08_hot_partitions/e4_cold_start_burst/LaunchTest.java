package dojo.c08_hot_partitions.e4_cold_start_burst;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.Lab;
import dojo.lab.junit.Costs;
import dojo.lab.junit.GlobalIndex;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.Traffic;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import dojo.lab.law.TraceLine;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A new table of this lab takes 8 write units a second, a five-hundredth of a real one, and so does its index. */
@WithLab(laws = """
                [capacity]
                on-demand-write-units = 8
                """)
@WithTable(globalIndexes = @GlobalIndex(name = "GSI1", partitionKey = "GSI1PK"))
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LaunchTest {
    private static final String BASKET = "x".repeat(1_400);

    private final Lab lab;
    private final Traffic traffic;
    private final String table;
    private final Launch launch;

    LaunchTest(Lab lab, LabTable table) {
        this.lab = lab;
        this.table = table.name();
        traffic = Traffic.on(lab);
        launch = new Launch(traffic.client(), this.table);
    }

    @Test
    @Order(1)
    @Costs(requests = 1, readUnits = 0, writeUnits = 4)
    void getting_ready_writes_nothing_and_an_order_costs_what_it_did() {
        launch.prepare(20);
        take(1);
    }

    @Test
    @Order(2)
    void sixty_orders_in_three_seconds_are_all_taken() {
        launch.prepare(20);
        lab.clock().advance(Duration.ofHours(12));
        int throttled = traffic.throttled(60, Duration.ofSeconds(3), this::take);

        assertThat(throttled).as("orders throttled, of 60%s", lastWords()).isZero();
    }

    @Test
    @Order(3)
    void a_new_table_says_what_it_takes() {
        assertThat(launch.readyFor()).as("orders a second, of 2 units each").isEqualTo(4);
    }

    @Test
    @Order(4)
    void a_table_that_was_made_ready_says_so() {
        assertThat(launch.prepare(20)).as("orders a second").isGreaterThanOrEqualTo(20);
        assertThat(new Launch(lab.client(), table).readyFor())
                .as("orders a second, asked by another process")
                .isGreaterThanOrEqualTo(20);
    }

    private void take(int i) {
        var order = new TicketOrder("o-" + i, "b-" + i, BASKET);
        traffic.client().putItem(put -> put.tableName(table).item(order.item()));
    }

    private String lastWords() {
        List<TraceLine> lines = lab.trace().lines();
        return lines.isEmpty()
                ? ""
                : "; the last was " + lines.get(lines.size() - 1).words();
    }
}
