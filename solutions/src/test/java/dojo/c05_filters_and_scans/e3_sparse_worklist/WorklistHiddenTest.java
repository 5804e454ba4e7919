package dojo.c05_filters_and_scans.e3_sparse_worklist;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.Lab;
import dojo.lab.junit.GlobalIndex;
import dojo.lab.junit.Inputs;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.Seed;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
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
class WorklistHiddenTest {
    private final Lab lab;
    private final LabTable table;
    private final Worklist worklist;
    private final Worklist backstage;

    WorklistHiddenTest(Lab lab, DynamoDbClient ddb, LabTable table) {
        this.lab = lab;
        this.table = table;
        worklist = new Worklist(ddb, table.name());
        backstage = new Worklist(table.backstage(), table.name());
    }

    @Test
    @Order(1)
    void jobs_are_taken_in_the_order_of_their_waiting(Seed seed, Inputs inputs) {
        List<Job> jobs = new ArrayList<>(jobs(1, 7));
        Collections.shuffle(jobs, seed.random());
        inputs.given("submitted in this order", jobs);
        jobs.forEach(backstage::submit);

        List<Job> taken = IntStream.rangeClosed(1, 7)
                .mapToObj(n -> worklist.take("ada").orElseThrow())
                .toList();
        assertThat(taken).isEqualTo(jobs(1, 7));
    }

    @Test
    @Order(2)
    void the_index_holds_open_jobs_only() {
        jobs(1, 6).forEach(backstage::submit);
        worklist.take("ada");
        worklist.take("ben");
        worklist.finish("j-1", "ada");

        assertThat(table.backstage()
                        .scan(scan -> scan.tableName(table.name()).indexName("GSI1"))
                        .items())
                .as("entries of the index, with 1 job done, 1 claimed and 4 open")
                .hasSizeLessThanOrEqualTo(4);
    }

    @Test
    @Order(3)
    void done_jobs_make_no_job_dearer_to_take(Inputs inputs) {
        int done = inputs.given("jobs done meanwhile", 12);
        backstage.submit(job(1));
        double before = readUnitsToTake("j-1");
        for (int number = 2; number <= done; number++) {
            backstage.submit(job(number));
            backstage.take("ada");
            backstage.finish("j-" + number, "ada");
        }
        backstage.submit(job(done + 1));

        assertThat(readUnitsToTake("j-" + (done + 1)))
                .as("read units to take a job, behind %d done ones", done)
                .isEqualTo(before);
    }

    @Test
    @Order(4)
    void an_unknown_job_cannot_be_finished() {
        assertThat(worklist.finish("j-404", "ada")).isFalse();
        assertThat(table.items()).as("items stored").isEmpty();
    }

    @Test
    @Order(5)
    void an_open_job_cannot_be_finished() {
        worklist.submit(job(1));

        assertThat(worklist.finish("j-1", "ada")).isFalse();
        assertThat(worklist.take("ben")).contains(job(1));
    }

    @Test
    @Order(6)
    void a_claimed_job_submitted_again_stays_claimed() {
        worklist.submit(job(1));
        worklist.take("ada");

        assertThat(worklist.submit(job(1))).as("submitted again").isFalse();
        assertThat(worklist.take("ben")).isEmpty();
        assertThat(worklist.finish("j-1", "ada")).as("finished by its worker").isTrue();
    }

    @Test
    @Order(7)
    void a_finished_job_says_so_in_the_table() {
        worklist.submit(job(1));
        worklist.take("ada");
        worklist.finish("j-1", "ada");

        assertThat(table.items("JOB#j-1"))
                .as("the job, with its state")
                .singleElement()
                .satisfies(item -> assertThat(item).containsValue(AttributeValue.fromS(State.DONE.name())));
    }

    private double readUnitsToTake(String jobId) {
        int mark = lab.meter().mark();
        assertThat(worklist.take("ben")).map(Job::id).contains(jobId);
        return lab.meter().billSince(mark).readUnits();
    }

    private static List<Job> jobs(int first, int last) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(WorklistHiddenTest::job)
                .toList();
    }

    private static Job job(int number) {
        return new Job("j-" + number, "w".repeat(900), Instant.ofEpochSecond(1_790_000_000L + number));
    }
}
