package dojo.c05_filters_and_scans.e3_sparse_worklist;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.Lab;
import dojo.lab.junit.GlobalIndex;
import dojo.lab.junit.Inputs;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;

/** The index is minutes behind the table, so that it lists what was taken long ago. */
@WithLab(laws = """
                [replication]
                index-lag-median = "2 min"
                index-lag-tail = "3 min"
                """)
@WithTable(
        globalIndexes =
                @GlobalIndex(
                        name = "GSI1",
                        partitionKey = "GSI1PK",
                        sortKey = "GSI1SK",
                        projection = ProjectionType.INCLUDE,
                        include = {"job_id", "text", "submitted_at"}))
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WorklistLagHiddenTest {
    private final Lab lab;
    private final Worklist worklist;

    WorklistLagHiddenTest(Lab lab, DynamoDbClient ddb, LabTable table) {
        this.lab = lab;
        worklist = new Worklist(ddb, table.name());
    }

    @Test
    @Order(1)
    void a_stale_index_hides_no_open_job(Inputs inputs) {
        submit(inputs.given("jobs in the index", 3));

        for (String expected : new String[] {"j-1", "j-2", "j-3"}) {
            assertThat(worklist.take("ada")).map(Job::id).as("taken next").contains(expected);
        }
        assertThat(worklist.take("ben")).as("a job that the index still lists").isEmpty();
    }

    @Test
    @Order(2)
    void an_open_job_behind_a_page_of_stale_ones_is_found(Inputs inputs) {
        int jobs = submit(inputs.given("jobs in the index", 12));
        for (int number = 1; number < jobs; number++) {
            worklist.take("ada");
        }

        assertThat(worklist.take("ben")).map(Job::id).contains("j-" + jobs);
    }

    /** Stores so many jobs and lets the index catch up; what happens from then on it has yet to hear of. */
    private int submit(int jobs) {
        for (int number = 1; number <= jobs; number++) {
            worklist.submit(new Job("j-" + number, "Sum up.", Instant.ofEpochSecond(1_790_000_000L + number)));
        }
        lab.clock().advance(Duration.ofHours(1));
        return jobs;
    }
}
