package dojo.c05_filters_and_scans.e3_sparse_worklist;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.junit.Costs;
import dojo.lab.junit.GlobalIndex;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.Race;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;

@WithLab
@WithTable(
        globalIndexes =
                @GlobalIndex(
                        name = "GSI1",
                        partitionKey = "GSI1PK",
                        sortKey = "GSI1SK",
                        projection = ProjectionType.INCLUDE,
                        include = {"job_id", "text", "submitted_at"}))
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WorklistTest {
    private static final Instant NINE = Instant.parse("2026-11-22T09:00:00Z");
    private static final Job SHORT = new Job("j-1", "Sum up s-42.", NINE);
    private static final Job LONG = new Job("j-2", "Sum up s-43.", NINE.plusSeconds(60));

    private final LabTable table;
    private final Race race;
    private final Worklist worklist;

    WorklistTest(DynamoDbClient ddb, LabTable table) {
        this.table = table;
        race = Race.on(ddb);
        worklist = new Worklist(race.client(), table.name());
    }

    @Test
    @Order(1)
    void the_job_that_waited_longest_is_taken_first() {
        worklist.submit(LONG);
        worklist.submit(SHORT);

        assertThat(worklist.take("ada")).contains(SHORT);
        assertThat(worklist.take("ben")).contains(LONG);
        assertThat(worklist.take("ada")).as("a third job").isEmpty();
    }

    @Test
    @Order(2)
    void a_finished_job_is_done_and_stays_so() {
        worklist.submit(SHORT);
        worklist.take("ada");

        assertThat(worklist.finish("j-1", "ben"))
                .as("finished by somebody else")
                .isFalse();
        assertThat(worklist.finish("j-1", "ada")).as("finished by the worker").isTrue();
        assertThat(worklist.submit(SHORT)).as("submitted again").isFalse();
        assertThat(worklist.take("ben")).as("a job to take").isEmpty();
    }

    @Test
    @Order(3)
    void two_workers_never_take_the_same_job() throws Exception {
        worklist.submit(SHORT);
        worklist.submit(LONG);
        List<Optional<Job>> taken = race.run(() -> worklist.take("ada"), () -> worklist.take("ben"));

        assertThat(taken)
                .as("what ada and ben took at the same time")
                .containsExactlyInAnyOrder(Optional.of(SHORT), Optional.of(LONG));
    }

    @Test
    @Order(4)
    @Costs(requests = 4, readUnits = 0.5, writeUnits = 5)
    void a_job_costs_five_write_units_from_submit_to_done() {
        worklist.submit(SHORT);
        worklist.take("ada");
        worklist.finish("j-1", "ada");

        assertThat(table.items("JOB#j-1")).as("items of the finished job").hasSize(1);
    }
}
