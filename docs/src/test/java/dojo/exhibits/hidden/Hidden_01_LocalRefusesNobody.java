package dojo.exhibits.hidden;

import static org.assertj.core.api.Assertions.assertThat;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import dojo.exhibits.Exhibit;
import dojo.lab.Lab;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.Traffic;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.time.Duration;
import java.util.Map;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Limits a hundredth of the service's: a partition takes ten write units a second. */
@WithLab(laws = """
        [capacity]
        scale = 0.01
        burst = "2 s"
        """)
@WithTable
class Hidden_01_LocalRefusesNobody {

    private static final int WRITES = 300;

    @RegisterExtension
    static final Exhibit EXHIBIT = Exhibit.claiming(
            "DynamoDB Local takes every write at any speed; under the limits of a partition the same traffic is throttled.");

    @Test
    void the_same_writes_pass_on_local_and_are_throttled_under_the_law(Lab lab, LabTable table) {
        // tag::same-writes[]
        for (int i = 0; i < WRITES; i++) {
            table.put(turn("local", i));
        }
        var traffic = Traffic.on(lab);
        IntConsumer write = i -> put(traffic.client(), table.name(), turn("law", i));
        int throttled = traffic.throttled(WRITES, Duration.ofSeconds(10), write);
        // end::same-writes[]

        int refusedByLocal = WRITES - table.items("SESSION#local").size();
        assertThat(refusedByLocal).isZero();
        assertThat(throttled).isGreaterThan(WRITES / 3);
        EXHIBIT.measured("writes", WRITES);
        EXHIBIT.measured("refused", refusedByLocal);
        EXHIBIT.modelled("throttled", throttled);
    }

    private static void put(DynamoDbClient ddb, String table, Map<String, AttributeValue> item) {
        ddb.putItem(put -> put.tableName(table).item(item));
    }

    private static Map<String, AttributeValue> turn(String session, int i) {
        return Map.of("PK", fromS("SESSION#" + session), "SK", fromS("TURN#%05d".formatted(i)));
    }
}
