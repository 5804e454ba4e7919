package dojo.exhibits.timeouts;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;
import static software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure.ALL_OLD;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Orders that are placed once, and a stock that is counted down. */
final class Orders {

    private final DynamoDbClient ddb;
    private final String table;

    Orders(DynamoDbClient ddb, String table) {
        this.ddb = ddb;
        this.table = table;
    }

    void putOnce(String order, String request) {
        ddb.putItem(put ->
                put.tableName(table).item(order(order, request)).conditionExpression("attribute_not_exists(PK)"));
    }

    // tag::own-success[]
    /** True if the order is stored for this request, now or by an earlier attempt. */
    boolean placed(String order, String request) {
        try {
            ddb.putItem(put -> put.tableName(table)
                    .item(order(order, request))
                    .conditionExpression("attribute_not_exists(PK)")
                    .returnValuesOnConditionCheckFailure(ALL_OLD));
            return true;
        } catch (ConditionalCheckFailedException occupied) {
            return fromS(request).equals(occupied.item().get("request"));
        }
    }
    // end::own-success[]

    private static Map<String, AttributeValue> order(String id, String request) {
        return Map.of("PK", fromS("ORDER#" + id), "SK", fromS("ORDER"), "request", fromS(request));
    }

    // tag::blind-count[]
    void takeOne(String article) {
        ddb.updateItem(update -> update.tableName(table)
                .key(Map.of("PK", fromS("ARTICLE#" + article), "SK", fromS("STOCK")))
                .updateExpression("SET stock = stock - :one")
                .expressionAttributeValues(Map.of(":one", fromN("1"))));
    }
    // end::blind-count[]
}
