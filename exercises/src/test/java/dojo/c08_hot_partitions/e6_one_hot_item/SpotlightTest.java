package dojo.c08_hot_partitions.e6_one_hot_item;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.Lab;
import dojo.lab.bill.Bill;
import dojo.lab.junit.Costs;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.Seed;
import dojo.lab.junit.Traffic;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import dojo.lab.law.TraceLine;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A partition of this lab serves 10 read units and 10 write units a second; the table has 256 of them. */
@WithLab(laws = """
                [capacity]
                partition-read-units = 10
                partition-write-units = 10
                on-demand-read-units = 2560
                on-demand-write-units = 2560
                """)
@WithTable
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SpotlightTest {
    private static final String TEXT = "Volume 42 is out! ".repeat(160);

    private final Lab lab;
    private final LabTable table;
    private final Traffic traffic;
    private final List<Spotlight> servers;

    SpotlightTest(Lab lab, LabTable table, Seed seed) {
        this.lab = lab;
        this.table = table;
        traffic = Traffic.on(lab);
        Random random = seed.random();
        servers = IntStream.range(0, 4)
                .mapToObj(i -> new Spotlight(traffic.client(), table.name(), lab.clock(), random))
                .toList();
    }

    @Test
    @Order(1)
    void a_text_is_read_and_likes_are_counted() {
        servers.get(0).publish("barakamon", "Volume 42");
        servers.forEach(server -> server.like("barakamon"));

        assertThat(servers.get(1).read("barakamon")).contains("Volume 42");
        assertThat(servers.get(2).likes("barakamon")).isEqualTo(4);
    }

    @Test
    @Order(2)
    void a_hundred_and_sixty_reads_in_two_seconds_are_all_served() {
        servers.get(0).publish("barakamon", TEXT);
        int before = lab.meter().mark();
        int throttled = traffic.throttled(
                160, Duration.ofSeconds(2), i -> servers.get(i % 4).read("barakamon"));

        assertThat(throttled).as("reads throttled, of 160%s", lastWords()).isZero();
        assertThat(lab.meter().billSince(before).readUnits())
                .as("read units of 160 reads")
                .isLessThanOrEqualTo(80);
    }

    @Test
    @Order(3)
    void eighty_likes_in_two_seconds_are_all_counted() {
        servers.get(0).publish("barakamon", TEXT);
        int throttled = traffic.throttled(
                80, Duration.ofSeconds(2), i -> servers.get(i % 4).like("barakamon"));

        assertThat(throttled).as("likes throttled, of 80%s", lastWords()).isZero();
        assertThat(servers.get(0).likes("barakamon")).isEqualTo(80);
    }

    @Test
    @Order(4)
    @Costs(requests = 1, readUnits = 0, writeUnits = 1)
    void a_like_costs_one_write_unit_however_long_the_text_is() {
        new Spotlight(table.backstage(), table.name(), lab.clock(), new Random(1)).publish("barakamon", TEXT);

        servers.get(1).like("barakamon");
    }

    @Test
    @Order(5)
    void publishing_and_counting_cost_ten_times_one_item_at_most() {
        int before = lab.meter().mark();
        servers.get(0).publish("barakamon", TEXT);
        Bill publish = lab.meter().billSince(before);
        before = lab.meter().mark();
        servers.get(0).likes("barakamon");
        Bill count = lab.meter().billSince(before);

        assertThat(publish.writeUnits()).as("write units of publish").isLessThanOrEqualTo(30);
        assertThat(count.requests()).as("requests of likes").isLessThanOrEqualTo(10);
        assertThat(count.readUnits()).as("read units of likes").isLessThanOrEqualTo(10);
    }

    private String lastWords() {
        List<TraceLine> lines = lab.trace().lines();
        return lines.isEmpty()
                ? ""
                : "; the last was " + lines.get(lines.size() - 1).words();
    }
}
