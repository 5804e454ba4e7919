package dojo.exhibits.append;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** An append that is right and dear: a marker item per response makes the second attempt fail as a whole. */
final class MarkedLog {

    private final DynamoDbClient ddb;
    private final String table;

    MarkedLog(DynamoDbClient ddb, String table) {
        this.ddb = ddb;
        this.table = table;
    }

    // tag::marker-transaction[]
    void append(String session, String responseId, String text, long nowMillis) {
        var partition = fromS("SESSION#" + session);
        var time = "TURN#%020d#%s".formatted(nowMillis, responseId);
        var marker = Put.builder()
                .tableName(table)
                .item(Map.of("PK", partition, "SK", fromS("RID#" + responseId)))
                .conditionExpression("attribute_not_exists(PK)")
                .build();
        var turn = Put.builder()
                .tableName(table)
                .item(Map.of(
                        "PK", partition,
                        "SK", fromS(time),
                        "content", fromS(text)))
                .build();
        var both = List.of(put(marker), put(turn));
        ddb.transactWriteItems(transaction -> transaction.transactItems(both));
    }
    // end::marker-transaction[]

    private static TransactWriteItem put(Put put) {
        return TransactWriteItem.builder().put(put).build();
    }
}
