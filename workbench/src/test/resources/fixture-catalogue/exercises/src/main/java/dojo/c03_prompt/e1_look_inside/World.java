package dojo.c03_prompt.e1_look_inside;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Three items. */
public final class World {
    private World() {}

    public static void fill(DynamoDbClient ddb, String table) {
        for (int n = 1; n <= 3; n++) {
            Map<String, AttributeValue> item =
                    Map.of("PK", AttributeValue.fromS("only"), "SK", AttributeValue.fromS("item#" + n));
            ddb.putItem(put -> put.tableName(table).item(item));
        }
    }
}
