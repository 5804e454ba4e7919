// Misconception: A worklist is a queue: who takes a job deletes it.
// Held by: whoever brings the habits of a message queue
// Rejected by: a_finished_job_is_done_and_stays_so
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
        item.put("GSI1PK", AttributeValue.fromS("OPEN")); // only while it is open
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
                        .expressionAttributeValues(Map.of(":open", AttributeValue.fromS("OPEN")))
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
            ddb.deleteItem(delete ->
                    delete.tableName(table).key(Job.key(job.id())).conditionExpression("attribute_exists(PK)"));
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
                    .conditionExpression("attribute_not_exists(claimed_by) OR claimed_by = :me")
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
