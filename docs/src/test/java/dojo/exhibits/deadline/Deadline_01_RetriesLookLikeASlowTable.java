package dojo.exhibits.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import dojo.exhibits.Exhibit;
import dojo.lab.Lab;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.Seed;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import dojo.lab.time.Scenario;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A partition serves 20 read units a second, a real one 3,000; a read takes 2 ms. Our model. */
@WithLab(laws = """
                [pace]
                [capacity]
                partition-read-units = 20
                """)
@WithTable
class Deadline_01_RetriesLookLikeASlowTable {

    private static final int CALLERS = 40;

    @RegisterExtension
    static final Exhibit EXHIBIT = Exhibit.claiming("Each answer takes milliseconds, and the slowest caller waits"
            + " seconds: its client was throttled and paused between attempts, and nobody told it.");

    @Test
    void the_table_is_quick_and_the_slowest_caller_waits(DynamoDbClient ddb, LabTable table, Lab lab, Seed seed) {
        var key = Map.of("PK", fromS("FAQ"), "SK", fromS("WELCOME"));
        table.put(key);
        List<Duration> waits = new ArrayList<>();
        var rush = Scenario.on(lab.clock(), seed.value());
        for (int caller = 0; caller < CALLERS; caller++) {
            rush.task("caller " + caller, () -> {
                Instant begun = lab.clock().instant();
                ddb.getItem(get -> get.tableName(table.name()).key(key).consistentRead(true));
                waits.add(Duration.between(begun, lab.clock().instant()));
            });
        }
        rush.run();

        waits.sort(Comparator.naturalOrder());
        double quickest = waits.get(0).toMillis();
        double slowest = waits.get(CALLERS - 1).toMillis();
        int requests = lab.meter().total().requests();
        assertThat(quickest).isLessThan(10);
        assertThat(slowest).isGreaterThan(500);
        assertThat(requests).isGreaterThan(CALLERS);
        EXHIBIT.modelled("callers", CALLERS);
        EXHIBIT.modelled("requests", requests);
        EXHIBIT.modelled("milliseconds-of-the-quickest", quickest);
        EXHIBIT.modelled("milliseconds-of-the-slowest", slowest);
    }
}
