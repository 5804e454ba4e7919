package dojo.c04_conditional_writes.e2_append_once;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reads a session as the prompt builder does; another team owns this class. */
public final class Conversation {
    private Conversation() {}

    /** Every item whose sort key begins with {@code TURN#}, in the order of the keys. */
    public static List<Turn> read(DynamoDbClient ddb, String table, String sessionId) {
        return ddb
                .queryPaginator(query -> query.tableName(table)
                        .keyConditionExpression("PK = :pk AND begins_with(SK, :turns)")
                        .expressionAttributeValues(Map.of(
                                ":pk", AttributeValue.fromS("SESSION#" + sessionId),
                                ":turns", AttributeValue.fromS("TURN#")))
                        .consistentRead(true))
                .items()
                .stream()
                .map(Turn::of)
                .toList();
    }
}
