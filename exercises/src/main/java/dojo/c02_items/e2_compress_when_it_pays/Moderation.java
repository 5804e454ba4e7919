package dojo.c02_items.e2_compress_when_it_pays;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** How moderators look for a word; another team owns this class, and it looks into the string {@code content}. */
public final class Moderation {
    private Moderation() {}

    /** The positions of turns with the word. */
    public static List<Integer> find(DynamoDbClient ddb, String table, String sessionId, String word) {
        return ddb
                .queryPaginator(query -> query.tableName(table)
                        .keyConditionExpression("PK = :pk AND begins_with(SK, :turns)")
                        .filterExpression("contains(content, :word)")
                        .expressionAttributeValues(Map.of(
                                ":pk", AttributeValue.fromS("SESSION#" + sessionId),
                                ":turns", AttributeValue.fromS("TURN#"),
                                ":word", AttributeValue.fromS(word))))
                .items()
                .stream()
                .map(Turn::position)
                .toList();
    }
}
