package dojo.exhibits.reasons;

import static org.assertj.core.api.Assertions.assertThat;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import dojo.exhibits.Exhibit;
import dojo.lab.Lab;
import dojo.lab.capacity.CapacityLaw;
import dojo.lab.capacity.MinuteMetrics;
import dojo.lab.junit.GlobalIndex;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.Traffic;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ThrottlingException;

/** A partition takes 4 write units a second, a real one 1,000; table and index have eight each. */
@WithLab(laws = """
                [capacity]
                partition-write-units = 4
                on-demand-write-units = 32
                """)
@WithTable(
        globalIndexes = @GlobalIndex(name = "by-state", partitionKey = "state", projection = ProjectionType.KEYS_ONLY))
class Reasons_01_IndexIsNamedThoughTheTableWasWritten {

    @RegisterExtension
    static final Exhibit EXHIBIT = Exhibit.claiming("A write to well spread keys is throttled when they all share one"
            + " key of an index; the exception says which index, and that a key range was the limit.");

    @Test
    void the_reason_and_the_arn_lead_to_the_index(LabTable table, Lab lab) {
        var ddb = Traffic.on(lab).client();
        List<ThrottlingException> refused = new ArrayList<>();
        for (int i = 0; i < 80; i++) {
            var job = Map.of("PK", fromS("JOB#" + i), "SK", fromS("META"), "state", fromS("open"));
            try {
                ddb.putItem(put -> put.tableName(table.name()).item(job));
            } catch (ThrottlingException throttled) {
                refused.add(throttled);
            }
            lab.clock().advance(Duration.ofMillis(125));
        }

        var reason = refused.get(0).throttlingReasons().get(0);
        var minutes = lab.law(CapacityLaw.class).metrics();
        long requests =
                minutes.stream().mapToLong(MinuteMetrics::throttledRequests).sum();
        var causes = minutes.stream()
                .flatMap(minute -> minute.causes().keySet().stream())
                .distinct()
                .toList();

        assertThat(reason.reason()).isEqualTo("IndexWriteKeyRangeThroughputExceeded");
        assertThat(reason.resource()).endsWith("/index/by-state");
        assertThat(causes).containsExactly("WriteKeyRangeThroughputThrottleEvents");
        assertThat(requests).isEqualTo(refused.size());
        EXHIBIT.modelled("exception", refused.get(0).getClass().getSimpleName());
        EXHIBIT.modelled("reason", reason.reason());
        EXHIBIT.modelled("index", reason.resource().replaceAll(".*/", ""));
        EXHIBIT.modelled("metric", causes.get(0));
        EXHIBIT.modelled("writes", 80);
        EXHIBIT.modelled("throttled", refused.size());
    }
}
