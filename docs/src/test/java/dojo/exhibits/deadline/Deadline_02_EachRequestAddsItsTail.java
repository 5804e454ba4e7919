package dojo.exhibits.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import dojo.exhibits.Exhibit;
import dojo.lab.Lab;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Five reads of a hundred take 200 ms or more longer: our model of a tail. */
@WithLab(laws = """
                [pace]
                [[faults.rules]]
                fault = "slow"
                probability = 0.05
                at-least = "200 ms"
                at-most = "400 ms"
                """)
@WithTable
class Deadline_02_EachRequestAddsItsTail {

    private static final int LOADS = 500;

    @RegisterExtension
    static final Exhibit EXHIBIT =
            Exhibit.claiming("A context read in three requests is slow more often than one read in a single"
                    + " request: every request on the way draws from the tail.");

    @Test
    void three_requests_are_slow_more_often_than_one(DynamoDbClient ddb, LabTable table, Lab lab) {
        int withOne = slowLoads(ddb, table, lab, 1);
        int withThree = slowLoads(ddb, table, lab, 3);

        assertThat(withThree).isGreaterThan(2 * withOne);
        EXHIBIT.modelled("loads", LOADS);
        EXHIBIT.modelled("slow-with-one-request", withOne);
        EXHIBIT.modelled("slow-with-three-requests", withThree);
    }

    private static int slowLoads(DynamoDbClient ddb, LabTable table, Lab lab, int requests) {
        var key = Map.of("PK", fromS("SESSION#s-42"), "SK", fromS("META"));
        int slow = 0;
        for (int load = 0; load < LOADS; load++) {
            Instant begun = lab.clock().instant();
            for (int request = 0; request < requests; request++) {
                ddb.getItem(get -> get.tableName(table.name()).key(key));
            }
            boolean late = Duration.between(begun, lab.clock().instant()).toMillis() >= 200;
            slow += late ? 1 : 0;
        }
        return slow;
    }
}
