package dojo.exhibits.lag;

import static org.assertj.core.api.Assertions.assertThat;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import dojo.exhibits.Exhibit;
import dojo.exhibits.Plot;
import dojo.lab.Lab;
import dojo.lab.junit.GlobalIndex;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import dojo.lab.replication.ReplicationLaw;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Half of all changes reach an index within 20 ms, one in a hundred takes half a second: our model. */
@WithLab(laws = """
        [replication]
        index-lag-median = "20 ms"
        """)
@WithTable(globalIndexes = @GlobalIndex(name = "by-state", partitionKey = "state"))
class Lag_01_IndexIsBehindAndNobodyKnowsHowFar {

    private static final int ORDERS = 200;
    private static final int STEP = 5;
    private static final int[] BOUNDS = {5, 10, 20, 40, 80, 160, 320, 10_000};

    @RegisterExtension
    static final Exhibit EXHIBIT = Exhibit.claiming("An index answers with what it had some milliseconds ago; how many"
            + " differs from change to change, and a few take many times as long as most.");

    @Test
    void most_changes_arrive_soon_and_a_few_late(DynamoDbClient ddb, Lab lab, LabTable table) {
        var law = lab.law(ReplicationLaw.class);
        int[] counts = new int[BOUNDS.length];
        int longest = 0;
        for (int i = 0; i < ORDERS; i++) {
            var order = Map.of("PK", fromS("ORDER#" + i), "SK", fromS("ORDER"), "state", fromS("open"));
            ddb.putItem(put -> put.tableName(table.name()).item(order));
            int lag = 0;
            do {
                lab.clock().advance(Duration.ofMillis(STEP));
                lag += STEP;
            } while (!law.indexesBehind(table.name())
                    .getOrDefault("by-state", Duration.ZERO)
                    .isZero());
            longest = Math.max(longest, lag);
            counts[bucket(lag)]++;
        }

        int within20 = counts[0] + counts[1] + counts[2];
        assertThat(within20).isBetween(ORDERS * 2 / 5, ORDERS * 3 / 5);
        assertThat(longest).isGreaterThan(160);
        EXHIBIT.modelled(distribution(counts));
        EXHIBIT.modelled("changes", ORDERS);
        EXHIBIT.modelled("within-twenty-milliseconds", within20);
        EXHIBIT.modelled("longest-in-milliseconds", longest);
    }

    private static int bucket(int lag) {
        int bucket = 0;
        while (lag > BOUNDS[bucket]) {
            bucket++;
        }
        return bucket;
    }

    private static Plot distribution(int[] counts) {
        var chart = Plot.bars("distribution")
                .titled(
                        "How late a change is in the index",
                        "Each bar stands for twice the time of the one before. Half of the changes are there within"
                                + " twenty milliseconds, and a few take hundreds.",
                        "milliseconds, at most",
                        "changes",
                        "changes");
        for (int i = 0; i < counts.length; i++) {
            chart.at(i + 1 < counts.length ? BOUNDS[i] : "more", counts[i]);
        }
        return chart;
    }
}
