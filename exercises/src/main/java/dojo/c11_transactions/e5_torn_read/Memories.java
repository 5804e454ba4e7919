package dojo.c11_transactions.e5_torn_read;

import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reads what the assistant remembers. */
public final class Memories {
    private final DynamoDbClient ddb;
    private final String table;

    public Memories(DynamoDbClient ddb, String table) {
        this.ddb = ddb;
        this.table = table;
    }

    /** The summary of a session and how far it goes, as one transaction stored them. */
    public Memory load(String sessionId) {
        Map<String, Map<String, AttributeValue>> items = read(sessionId);
        return Items.memory(items.getOrDefault("META", Map.of()), items.getOrDefault("SUMMARY", Map.of()));
    }

    /** META and SUMMARY by sort key, in one request and strongly consistent: all or nothing of a transaction. */
    private Map<String, Map<String, AttributeValue>> read(String sessionId) {
        return ddb
                .query(query -> query.tableName(table)
                        .keyConditionExpression("PK = :pk AND SK BETWEEN :meta AND :summary")
                        .expressionAttributeValues(Map.of(
                                ":pk", AttributeValue.fromS("SESSION#" + sessionId),
                                ":meta", AttributeValue.fromS("META"),
                                ":summary", AttributeValue.fromS("SUMMARY")))
                        .consistentRead(true))
                .items()
                .stream()
                .collect(Collectors.toMap(Items::sortKey, item -> item));
    }
}
