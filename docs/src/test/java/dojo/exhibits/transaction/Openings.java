package dojo.exhibits.transaction;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Opening a session: its head and its first turn, in two writes or in one transaction. */
final class Openings {

    private final DynamoDbClient ddb;
    private final String table;

    Openings(DynamoDbClient ddb, String table) {
        this.ddb = ddb;
        this.table = table;
    }

    static Map<String, AttributeValue> item(String session, String sortKey) {
        return Map.of("PK", fromS("SESSION#" + session), "SK", fromS(sortKey));
    }

    void inTwoWrites(String session) {
        for (String sortKey : List.of("META", "TURN#000001")) {
            ddb.putItem(put ->
                    put.tableName(table).item(item(session, sortKey)).conditionExpression("attribute_not_exists(PK)"));
        }
    }

    // tag::together[]
    void together(String session, String token) {
        var both = List.of(ifNew(session, "META"), ifNew(session, "TURN#000001"));
        ddb.transactWriteItems(it -> it.clientRequestToken(token).transactItems(both));
    }

    private TransactWriteItem ifNew(String session, String sortKey) {
        var put = Put.builder()
                .tableName(table)
                .item(item(session, sortKey))
                .conditionExpression("attribute_not_exists(PK)")
                .build();
        return TransactWriteItem.builder().put(put).build();
    }
    // end::together[]
}
