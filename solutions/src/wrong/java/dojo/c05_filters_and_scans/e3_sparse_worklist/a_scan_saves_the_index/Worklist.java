// Misconception: Without an index each write is cheaper, and a filter finds the open ones.
// Held by: the original MangaAssist write-up, "keep GSIs minimal", taken to its end
// Rejected by: done_jobs_make_no_job_dearer_to_take
package dojo.c05_filters_and_scans.e3_sparse_worklist;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Open jobs for many workers, each job for one of them. */
public final class Worklist {
    private final DynamoDbClient ddb;
    private final String table;

    public Worklist(DynamoDbClient ddb, String table) {
        this.ddb = ddb;
        this.table = table;
    }

    /** Stores an open job; false if a job of this id is there, whatever became of it. */
    public boolean submit(Job job) {
        Map<String, AttributeValue> item = new HashMap<>(job.attributes());
        item.putAll(Job.key(job.id()));
        item.put("status", AttributeValue.fromS(State.OPEN.name()));
        try {
            ddb.putItem(put -> put.tableName(table).item(item).conditionExpression("attribute_not_exists(PK)"));
            return true;
        } catch (ConditionalCheckFailedException there) {
            return false;
        }
    }

    /** Claims the open job that has waited longest; empty if every job is taken. */
    public Optional<Job> take(String worker) {
        List<Map<String, AttributeValue>> open = ddb
                .scanPaginator(scan -> scan.tableName(table)
                        .filterExpression("#status = :open")
                        .expressionAttributeNames(Map.of("#status", "status"))
                        .expressionAttributeValues(Map.of(":open", AttributeValue.fromS(State.OPEN.name()))))
                .items()
                .stream()
                .sorted(Comparator.comparing(item -> Job.of(item).order()))
                .toList();
        for (Map<String, AttributeValue> listed : open) {
            Job job = Job.of(listed); // it was open when the index was told
            if (claim(job, worker)) {
                return Optional.of(job);
            }
        }
        return Optional.empty();
    }

    private boolean claim(Job job, String worker) {
        try {
            ddb.updateItem(update -> update.tableName(table)
                    .key(Job.key(job.id()))
                    .conditionExpression("#status = :open")
                    .updateExpression("SET #status = :claimed, claimed_by = :me")
                    .expressionAttributeNames(Map.of("#status", "status"))
                    .expressionAttributeValues(Map.of(
                            ":me", AttributeValue.fromS(worker),
                            ":open", AttributeValue.fromS(State.OPEN.name()),
                            ":claimed", AttributeValue.fromS(State.CLAIMED.name()))));
            return true;
        } catch (ConditionalCheckFailedException taken) {
            return false;
        }
    }

    /** Marks a job as done; false if this worker has not claimed it. */
    public boolean finish(String jobId, String worker) {
        try {
            ddb.updateItem(update -> update.tableName(table)
                    .key(Job.key(jobId))
                    .conditionExpression("claimed_by = :me")
                    .updateExpression("SET #status = :done")
                    .expressionAttributeNames(Map.of("#status", "status"))
                    .expressionAttributeValues(Map.of(
                            ":me", AttributeValue.fromS(worker),
                            ":done", AttributeValue.fromS(State.DONE.name()))));
            return true;
        } catch (ConditionalCheckFailedException notMine) {
            return false;
        }
    }
}
