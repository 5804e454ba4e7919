package dojo.exhibits.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.exhibits.Exhibit;
import dojo.lab.Lab;
import dojo.lab.bill.Bill;
import dojo.lab.junit.GlobalIndex;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;

@WithLab
@WithTable(
        sortKey = "",
        globalIndexes =
                @GlobalIndex(
                        name = "open-jobs",
                        partitionKey = "open_for",
                        sortKey = "due",
                        projection = ProjectionType.KEYS_ONLY))
class Jobs_01_ViewHoldsWhatIsOpen {

    private static final int JOBS = 50;

    @RegisterExtension
    static final Exhibit EXHIBIT =
            Exhibit.claiming("A job whose index key goes when it is finished pays the index twice in its life, when it"
                    + " enters and when it leaves, and the index holds the open jobs and no others.");

    @Test
    void a_job_enters_and_leaves_the_index(Lab lab, LabTable table) {
        var board = new JobBoard(lab.client(), table.name());
        Bill submit = bill(lab, () -> {
            for (int i = 0; i < JOBS; i++) {
                board.submit("JOB#%03d".formatted(i), "TENANT#t-1", "2026-11-23T%02d:00".formatted(i % 24));
            }
        });
        Bill claim = bill(lab, () -> assertThat(board.claim("JOB#000", "w-1")).isTrue());
        assertThat(board.claim("JOB#000", "w-2")).isFalse();
        Bill finish = bill(lab, () -> board.finish("JOB#000"));
        for (int i = 2; i < JOBS; i++) {
            board.finish("JOB#%03d".formatted(i));
        }
        Bill look = bill(lab, () -> assertThat(board.open("TENANT#t-1", 10)).isEqualTo(List.of("JOB#001")));

        assertThat(submit.writeUnits()).isEqualTo(2 * JOBS);
        assertThat(claim.writeUnits()).isEqualTo(1);
        assertThat(finish.writeUnits()).isEqualTo(2);
        assertThat(look).isEqualTo(new Bill(1, 0.5, 0));
        EXHIBIT.measured("jobs", JOBS);
        EXHIBIT.measured("entries", board.open("TENANT#t-1", 10).size());
        EXHIBIT.byRule("write-units-of-submitting", submit.writeUnits() / JOBS);
        EXHIBIT.byRule("read-units-of-looking", look.readUnits());
        EXHIBIT.byRule("write-units-of-a-claim", claim.writeUnits());
        EXHIBIT.byRule("write-units-of-finishing", finish.writeUnits());
    }

    private static Bill bill(Lab lab, Runnable work) {
        int mark = lab.meter().mark();
        work.run();
        return lab.meter().billSince(mark);
    }
}
