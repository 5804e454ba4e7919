package dojo.exhibits.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import dojo.exhibits.Exhibit;
import dojo.lab.Lab;
import dojo.lab.junit.GlobalIndex;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@WithLab
@WithTable(sortKey = "", globalIndexes = @GlobalIndex(name = "by-status", partitionKey = "job_status"))
class Jobs_03_StatusIndexKeepsEverything {

    private static final int JOBS = 50;

    @RegisterExtension
    static final Exhibit EXHIBIT =
            Exhibit.claiming("An index on the status keeps every finished job, moves a job at the"
                    + " price of two index writes, and puts all that is done under one key.");

    @Test
    void finished_jobs_stay_in_the_index(Lab lab, LabTable table) {
        for (int i = 0; i < JOBS; i++) {
            table.put(Map.of("PK", fromS("JOB#" + i), "job_status", fromS("ACTIVE")));
        }

        int mark = lab.meter().mark();
        for (int i = 0; i < JOBS; i++) {
            var key = Map.of("PK", fromS("JOB#" + i));
            lab.client()
                    .updateItem(update -> update.tableName(table.name())
                            .key(key)
                            .updateExpression("SET job_status = :done")
                            .expressionAttributeValues(Map.of(":done", fromS("DONE"))));
        }
        double finish = lab.meter().billSince(mark).writeUnits() / JOBS;
        int entries = table.backstage()
                .scan(scan -> scan.tableName(table.name()).indexName("by-status"))
                .count();

        assertThat(finish).isEqualTo(3);
        assertThat(entries).isEqualTo(JOBS);
        EXHIBIT.measured("finished-jobs", JOBS);
        EXHIBIT.measured("entries", entries);
        EXHIBIT.byRule("write-units-of-finishing", finish);
    }
}
