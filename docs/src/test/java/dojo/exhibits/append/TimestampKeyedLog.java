package dojo.exhibits.append;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The append of the original MangaAssist write-up, in Java: the sort key is the time of the attempt. */
final class TimestampKeyedLog {

    private final DynamoDbClient ddb;
    private final String table;

    TimestampKeyedLog(DynamoDbClient ddb, String table) {
        this.ddb = ddb;
        this.table = table;
    }

    // tag::timestamp-key[]
    void append(String session, String responseId, String text, long nowMillis) {
        ddb.putItem(put -> put.tableName(table)
                .item(Map.of(
                        "PK", fromS("SESSION#" + session),
                        "SK", fromS("TURN#%020d".formatted(nowMillis)),
                        "response_id", fromS(responseId),
                        "content", fromS(text)))
                .conditionExpression("attribute_not_exists(response_id)"));
    }
    // end::timestamp-key[]
}
