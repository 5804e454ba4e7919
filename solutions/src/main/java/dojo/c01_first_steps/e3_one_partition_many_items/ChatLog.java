package dojo.c01_first_steps.e3_one_partition_many_items;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

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
        put(sessionId, "TURN#%06d#%06d".formatted(window, place), text);
    }

    /** Stores the summary of a window. */
    public void summarise(String sessionId, int window, String text) {
        put(sessionId, "SUMMARY#%06d".formatted(window), text);
    }

    /** What was said in one window, first to last. */
    public List<String> turns(String sessionId, int window) {
        return Texts.of(ddb.query(query -> query.tableName(table)
                .keyConditionExpression("PK = :pk AND begins_with(SK, :window)")
                .expressionAttributeValues(Map.of(
                        ":pk", AttributeValue.fromS("SESSION#" + sessionId),
                        ":window", AttributeValue.fromS("TURN#%06d#".formatted(window))))));
    }

    /** The latest summaries, newest first. */
    public List<String> latestSummaries(String sessionId, int count) {
        return Texts.of(ddb.query(query -> query.tableName(table)
                .keyConditionExpression("PK = :pk AND begins_with(SK, :summaries)")
                .expressionAttributeValues(Map.of(
                        ":pk", AttributeValue.fromS("SESSION#" + sessionId),
                        ":summaries", AttributeValue.fromS("SUMMARY#")))
                .scanIndexForward(false)
                .limit(count)));
    }

    private void put(String sessionId, String sortKey, String text) {
        Map<String, AttributeValue> item = Map.of(
                "PK", AttributeValue.fromS("SESSION#" + sessionId),
                "SK", AttributeValue.fromS(sortKey),
                "text", AttributeValue.fromS(text));
        ddb.putItem(put -> put.tableName(table).item(item));
    }
}
