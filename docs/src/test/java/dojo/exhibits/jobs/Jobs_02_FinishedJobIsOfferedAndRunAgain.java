package dojo.exhibits.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.exhibits.Exhibit;
import dojo.lab.Lab;
import dojo.lab.junit.GlobalIndex;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;

/** An index is a fifth of a second behind in the middle: our model, and slower than most days. */
@WithLab(laws = """
                [pace]
                [replication]
                index-lag-median = "200 ms"
                """)
@WithTable(
        sortKey = "",
        globalIndexes =
                @GlobalIndex(
                        name = "open-jobs",
                        partitionKey = "open_for",
                        sortKey = "due",
                        projection = ProjectionType.KEYS_ONLY))
class Jobs_02_FinishedJobIsOfferedAndRunAgain {

    private static final int JOBS = 100;

    @RegisterExtension
    static final Exhibit EXHIBIT =
            Exhibit.claiming("An index still offers a job that another worker has just finished: who starts what the"
                    + " index offers runs it again, who claims it by a condition on the table does not.");

    @Test
    void the_second_worker_looks_a_fifth_of_a_second_after_the_first_has_finished(Lab lab, LabTable table) {
        var board = new JobBoard(lab.client(), table.name());
        int runAgain = 0;
        int claimedAgain = 0;
        for (int i = 0; i < JOBS; i++) {
            String job = "JOB#" + i;
            String tenant = "TENANT#" + i;
            board.submit(job, tenant, "2026-11-23T09:00");
            lab.clock().advance(Duration.ofSeconds(30));
            assertThat(board.claim(job, "w-1")).isTrue();
            board.finish(job);
            lab.clock().advance(Duration.ofMillis(200));

            List<String> offered = board.open(tenant, 1);
            runAgain += offered.size();
            claimedAgain += offered.stream().anyMatch(again -> board.claim(again, "w-2")) ? 1 : 0;
        }

        assertThat(runAgain).isBetween(JOBS / 4, JOBS * 3 / 4);
        assertThat(claimedAgain).isZero();
        EXHIBIT.modelled("jobs", JOBS);
        EXHIBIT.modelled("milliseconds-later", 200);
        EXHIBIT.modelled("run-again-by-trusting-the-index", runAgain);
        EXHIBIT.modelled("run-again-with-a-claim", claimedAgain);
    }
}
