package dojo.session.table;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * What IAM is asked about one request: an action on a resource, and the partition keys it names.
 *
 * @param resource {@code table}, {@code new table}, {@code index/} and its name, or {@code stream}
 * @param leadingKeys of the table, or of the index that is queried; empty if the request names none
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis-iam.html">AWS: what a
 *     transaction needs</a>
 */
record Asked(String action, String resource, List<String> leadingKeys) {
    private static final Pattern EQUALS = Pattern.compile("([#\\w]+)\\s*=\\s*(:\\w+)");

    String what() {
        return action + " " + resource;
    }

    /** A request may need several permissions. */
    static List<Asked> by(AwsRequest request) {
        if (request instanceof GetItemRequest get) {
            return List.of(item("GetItem", get.tableName(), get.key()));
        }
        if (request instanceof PutItemRequest put) {
            return List.of(item("PutItem", put.tableName(), put.item()));
        }
        if (request instanceof UpdateItemRequest update) {
            return List.of(item("UpdateItem", update.tableName(), update.key()));
        }
        if (request instanceof DeleteItemRequest delete) {
            return List.of(item("DeleteItem", delete.tableName(), delete.key()));
        }
        if (request instanceof QueryRequest query) {
            String resource = query.indexName() == null ? "table" : "index/" + query.indexName();
            return List.of(new Asked("dynamodb:Query", resource, List.of(partition(query))));
        }
        if (request instanceof ScanRequest scan) {
            String resource = scan.indexName() == null ? table(scan.tableName()) : "index/" + scan.indexName();
            return List.of(new Asked("dynamodb:Scan", resource, List.of()));
        }
        if (request instanceof TransactWriteItemsRequest transaction) {
            return transaction.transactItems().stream().map(Asked::part).toList();
        }
        if (request instanceof BatchGetItemRequest batch) {
            return List.of(new Asked(
                    "dynamodb:BatchGetItem",
                    "table",
                    batch.requestItems().values().stream()
                            .flatMap(keys -> keys.keys().stream())
                            .map(Asked::pk)
                            .toList()));
        }
        if (request instanceof BatchWriteItemRequest batch) {
            return List.of(new Asked(
                    "dynamodb:BatchWriteItem",
                    "table",
                    batch.requestItems().values().stream()
                            .flatMap(List::stream)
                            .map(write -> pk(
                                    write.putRequest() != null
                                            ? write.putRequest().item()
                                            : write.deleteRequest().key()))
                            .toList()));
        }
        String name = request.getClass().getSimpleName().replaceFirst("Request$", "");
        boolean stream = request.getClass().getPackageName().contains(".streams.")
                || List.of("DescribeStream", "GetRecords", "GetShardIterator", "ListStreams")
                        .contains(name);
        return List.of(new Asked("dynamodb:" + name, stream ? "stream" : "table", List.of()));
    }

    private static Asked part(TransactWriteItem write) {
        return Stream.of(
                        keyed(
                                "PutItem",
                                write.put() == null ? null : write.put().item()),
                        keyed(
                                "UpdateItem",
                                write.update() == null ? null : write.update().key()),
                        keyed(
                                "DeleteItem",
                                write.delete() == null ? null : write.delete().key()),
                        keyed(
                                "ConditionCheckItem",
                                write.conditionCheck() == null
                                        ? null
                                        : write.conditionCheck().key()))
                .flatMap(List::stream)
                .findFirst()
                .orElseThrow();
    }

    private static List<Asked> keyed(String action, @Nullable Map<String, AttributeValue> key) {
        return key == null ? List.of() : List.of(item(action, "sessions", key));
    }

    private static Asked item(String action, String table, Map<String, AttributeValue> key) {
        return new Asked("dynamodb:" + action, table(table), List.of(pk(key)));
    }

    /** The one that a table in use is moved to is another resource. */
    private static String table(String name) {
        return name.endsWith("-new") ? "new table" : "table";
    }

    private static String pk(Map<String, AttributeValue> key) {
        return Objects.requireNonNull(key.get("PK")).s();
    }

    private static String partition(QueryRequest query) {
        Matcher condition = EQUALS.matcher(query.keyConditionExpression());
        while (condition.find()) {
            String name = query.expressionAttributeNames().getOrDefault(condition.group(1), condition.group(1));
            if (name.endsWith("PK")) {
                return Objects.requireNonNull(query.expressionAttributeValues().get(condition.group(2)))
                        .s();
            }
        }
        throw new AssertionError("No partition key in " + query.keyConditionExpression());
    }
}
