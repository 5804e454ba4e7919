package dojo.c01_reading.e1_find_one;

import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

public class Notes {
    private final DynamoDbClient ddb;
    private final String table;

    public Notes(DynamoDbClient ddb, String table) {
        this.ddb = ddb;
        this.table = table;
    }

    public List<Note> of(String owner) {
        return ddb.scan(scan -> scan.tableName(table)).items().stream()
                .map(item -> new Note(item.get("PK").s(), item.get("text").s()))
                .toList();
    }
}
