// Misconception: Jobs by status means an index on the status.
// Held by: the original MangaAssist write-up, materialized views ("find active jobs by status")
// Rejected by: a_job_costs_five_write_units_from_submit_to_done
package dojo.c05_filters_and_scans.e3_sparse_worklist;

import java.util.HashMap;
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
        item.put("GSI1PK", AttributeValue.fromS("STATUS#OPEN"));
        item.put("GSI1SK", AttributeValue.fromS(job.order()));
        try {
            ddb.putItem(put -> put.tableName(table).item(item).conditionExpression("attribute_not_exists(PK)"));
            return true;
        } catch (ConditionalCheckFailedException there) {
            return false;
        }
    }

    /** Claims the open job that has waited longest; empty if every job is taken. */
    public Optional<Job> take(String worker) {
        for (Map<String, AttributeValue> listed : ddb.queryPaginator(query -> query.tableName(table)
                        .indexName("GSI1")
                        .keyConditionExpression("GSI1PK = :open")
                        .expressionAttributeValues(Map.of(":open", AttributeValue.fromS("STATUS#OPEN")))
                        .limit(10))
                .items()) {
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
                    .updateExpression("SET #status = :claimed, claimed_by = :me, GSI1PK = :key")
                    .expressionAttributeNames(Map.of("#status", "status"))
                    .expressionAttributeValues(Map.of(
                            ":me", AttributeValue.fromS(worker),
                            ":open", AttributeValue.fromS(State.OPEN.name()),
                            ":claimed", AttributeValue.fromS(State.CLAIMED.name()),
                            ":key", AttributeValue.fromS("STATUS#CLAIMED"))));
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
                    .updateExpression("SET #status = :done, GSI1PK = :key")
                    .expressionAttributeNames(Map.of("#status", "status"))
                    .expressionAttributeValues(Map.of(
                            ":me", AttributeValue.fromS(worker),
                            ":done", AttributeValue.fromS(State.DONE.name()),
                            ":key", AttributeValue.fromS("STATUS#DONE"))));
            return true;
        } catch (ConditionalCheckFailedException notMine) {
            return false;
        }
    }
}
