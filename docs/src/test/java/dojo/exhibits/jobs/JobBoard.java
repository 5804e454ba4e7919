package dojo.exhibits.jobs;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** Jobs, and an index that holds those still open; the index proposes, the table decides. */
record JobBoard(DynamoDbClient ddb, String table) {

    // tag::submit[]
    void submit(String job, String tenant, String due) {
        ddb.putItem(put -> put.tableName(table)
                .item(Map.of(
                        "PK", fromS(job),
                        "open_for", fromS(tenant),
                        "due", fromS(due))));
    }
    // end::submit[]

    // tag::open[]
    List<String> open(String tenant, int most) {
        var page = ddb.query(query -> query.tableName(table)
                .indexName("open-jobs")
                .keyConditionExpression("open_for = :tenant")
                .expressionAttributeValues(Map.of(":tenant", fromS(tenant)))
                .limit(most));
        return page.items().stream().map(JobBoard::id).toList();
    }
    // end::open[]

    // tag::claim[]
    boolean claim(String job, String worker) {
        String free = "attribute_exists(open_for) AND attribute_not_exists(worker)";
        try {
            ddb.updateItem(update -> update.tableName(table)
                    .key(Map.of("PK", fromS(job)))
                    .updateExpression("SET worker = :worker")
                    .conditionExpression(free)
                    .expressionAttributeValues(Map.of(":worker", fromS(worker))));
            return true;
        } catch (ConditionalCheckFailedException takenOrDone) {
            return false;
        }
    }
    // end::claim[]

    // tag::finish[]
    void finish(String job) {
        var done = UpdateItemRequest.builder()
                .tableName(table)
                .key(Map.of("PK", fromS(job)))
                .updateExpression("REMOVE open_for");
        ddb.updateItem(done.build());
    }
    // end::finish[]

    private static String id(Map<String, AttributeValue> job) {
        return Objects.requireNonNull(job.get("PK")).s();
    }
}
