package dojo.c08_hot_partitions.e2_shard_the_writes;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.Lab;
import dojo.lab.junit.Costs;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.Traffic;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import dojo.lab.law.TraceLine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A partition of this lab takes 10 write units a second, a hundredth of a real one; the table has 256 of them. */
@WithLab(laws = """
                [capacity]
                partition-write-units = 10
                on-demand-write-units = 2560
                """)
@WithTable
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LiveRoomTest {
    private static final Instant START = Instant.parse("2026-11-22T20:00:00Z");

    private final Lab lab;
    private final LabTable table;
    private final Traffic traffic;
    private final LiveRoom room;

    LiveRoomTest(Lab lab, LabTable table) {
        this.lab = lab;
        this.table = table;
        traffic = Traffic.on(lab);
        room = new LiveRoom(traffic.client(), table.name());
    }

    @Test
    @Order(1)
    void the_newest_messages_come_newest_first() {
        IntStream.range(0, 8).forEach(i -> room.post("launch", message(i)));

        assertThat(room.latest("launch", 3)).containsExactly(message(7), message(6), message(5));
    }

    @Test
    @Order(2)
    void a_retry_stores_nothing_new() {
        IntStream.range(0, 8).forEach(i -> room.post("launch", message(i)));
        IntStream.range(0, 8).forEach(i -> new LiveRoom(lab.client(), table.name()).post("launch", message(i)));

        assertThat(table.items())
                .as("items after each of 8 messages was sent twice")
                .hasSize(8);
    }

    @Test
    @Order(3)
    void eighty_messages_in_two_seconds_are_all_taken() {
        int throttled = traffic.throttled(80, Duration.ofSeconds(2), i -> room.post("launch", message(i)));

        assertThat(throttled).as("messages throttled, of 80%s", lastWords()).isZero();
    }

    @Test
    @Order(4)
    @Costs(requests = 10, readUnits = 5, writeUnits = 0)
    void gathering_the_newest_costs_half_a_unit_for_each_shard() {
        LiveRoom backstage = new LiveRoom(table.backstage(), table.name());
        IntStream.range(0, 60).forEach(i -> backstage.post("launch", message(i)));

        assertThat(room.latest("launch", 3)).containsExactly(message(59), message(58), message(57));
    }

    private String lastWords() {
        List<TraceLine> lines = lab.trace().lines();
        return lines.isEmpty()
                ? ""
                : "; the last was " + lines.get(lines.size() - 1).words();
    }

    /** Message 0 is the oldest; 25 milliseconds lie between two. */
    private static Message message(int i) {
        return new Message("m-%03d".formatted(i), START.plusMillis(25L * i), "Volume 42 is out! ".repeat(50));
    }
}
