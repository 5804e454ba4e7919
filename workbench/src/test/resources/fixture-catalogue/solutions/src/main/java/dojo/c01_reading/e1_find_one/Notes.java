package dojo.c01_reading.e1_find_one;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

public class Notes {
    private final DynamoDbClient ddb;
    private final String table;

    public Notes(DynamoDbClient ddb, String table) {
        this.ddb = ddb;
        this.table = table;
    }

    public List<Note> of(String owner) {
        return ddb.query(query -> query.tableName(table)
                        .keyConditionExpression("PK = :owner")
                        .expressionAttributeValues(Map.of(":owner", AttributeValue.fromS(owner))))
                .items().stream()
                .map(item -> new Note(item.get("PK").s(), item.get("text").s()))
                .toList();
    }
}
