// Misconception: The order of the keys does not matter, because the program can sort.
// Held by: people who treat the sort key as an id and sort what a list returns, as behind any key-value store
// Rejected by: the_newest_summary_of_twelve_costs_half_a_read_unit
package dojo.c01_first_steps.e3_one_partition_many_items;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** A chat in one item collection: META, its turns window by window, and a summary of each window. */
public final class ChatLog {
    private final DynamoDbClient ddb;
    private final String table;

    public ChatLog(DynamoDbClient ddb, String table) {
        this.ddb = ddb;
        this.table = table;
    }

    /** Stores a turn at its place in a window; windows and places begin at 1. */
    public void append(String sessionId, int window, int place, String text) {
        put(sessionId, "TURN#" + window + "#" + place, text);
    }

    /** Stores the summary of a window. */
    public void summarise(String sessionId, int window, String text) {
        put(sessionId, "SUMMARY#" + window, text);
    }

    /** What was said in one window, first to last. */
    public List<String> turns(String sessionId, int window) {
        return texts(ddb.query(query -> query.tableName(table)
                .keyConditionExpression("PK = :pk AND begins_with(SK, :window)")
                .expressionAttributeValues(Map.of(
                        ":pk", AttributeValue.fromS("SESSION#" + sessionId),
                        ":window", AttributeValue.fromS("TURN#" + window + "#")))));
    }

    /** The latest summaries, newest first. */
    public List<String> latestSummaries(String sessionId, int count) {
        List<String> summaries = texts(ddb.query(query -> query.tableName(table)
                .keyConditionExpression("PK = :pk AND begins_with(SK, :summaries)")
                .expressionAttributeValues(Map.of(
                        ":pk", AttributeValue.fromS("SESSION#" + sessionId),
                        ":summaries", AttributeValue.fromS("SUMMARY#")))));
        Collections.reverse(summaries);
        return summaries.stream().limit(count).toList();
    }

    private void put(String sessionId, String sortKey, String text) {
        Map<String, AttributeValue> item = Map.of(
                "PK", AttributeValue.fromS("SESSION#" + sessionId),
                "SK", AttributeValue.fromS(sortKey),
                "text", AttributeValue.fromS(text));
        ddb.putItem(put -> put.tableName(table).item(item));
    }

    private static List<String> texts(QueryResponse page) {
        return page.items().stream()
                .sorted(Comparator.comparingInt(ChatLog::number))
                .map(item -> item.get("text").s())
                .collect(Collectors.toList());
    }

    /** What stands behind the last # of the sort key. */
    private static int number(Map<String, AttributeValue> item) {
        String sortKey = item.get("SK").s();
        return Integer.parseInt(sortKey.substring(sortKey.lastIndexOf('#') + 1));
    }
}
