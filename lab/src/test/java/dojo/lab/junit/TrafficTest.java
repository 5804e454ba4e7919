package dojo.lab.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dojo.lab.Lab;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;

@WithLab(laws = """
                [capacity]
                partition-write-units = 10
                on-demand-write-units = 40
                """)
class TrafficTest {
    private final Lab lab;
    private final LabTable table;
    private final Traffic traffic;

    TrafficTest(Lab lab, LabTable table) {
        this.lab = lab;
        this.table = table;
        traffic = Traffic.on(lab);
    }

    @Test
    void a_pace_that_a_partition_keeps_up_with_is_served() {
        Instant before = lab.clock().instant();

        assertEquals(0, traffic.throttled(16, Duration.ofSeconds(2), this::put));
        assertEquals(before.plusSeconds(2), lab.clock().instant());
    }

    @Test
    void more_than_a_partition_serves_is_throttled() {
        assertEquals(15, traffic.throttled(25, Duration.ZERO, this::put));
        assertEquals(25, lab.meter().total().requests());
        assertEquals(10, table.items().size());
    }

    @Test
    void what_is_refused_for_another_reason_is_thrown() {
        assertThrows(
                ResourceNotFoundException.class,
                () -> traffic.throttled(
                        1,
                        Duration.ZERO,
                        i -> traffic.client()
                                .getItem(get -> get.tableName("none")
                                        .key(Map.of(
                                                "PK", AttributeValue.fromS("p"), "SK", AttributeValue.fromS("s"))))));
    }

    private void put(int i) {
        traffic.client()
                .putItem(put -> put.tableName(table.name())
                        .item(Map.of("PK", AttributeValue.fromS("one"), "SK", AttributeValue.fromS("" + i))));
    }
}
