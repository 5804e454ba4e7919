package dojo.exhibits.stale;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;

/** Who answers a session: checked by a read before the write, or by a condition on the write. */
final class Owners {

    private final DynamoDbClient ddb;
    private final String table;

    Owners(DynamoDbClient ddb, String table) {
        this.ddb = ddb;
        this.table = table;
    }

    // tag::check-then-write[]
    boolean takeAfterLooking(String session, String agent) {
        var key = Map.of("PK", fromS("SESSION#" + session), "SK", fromS("OWNER"));
        var request = GetItemRequest.builder().tableName(table).key(key);
        var found = ddb.getItem(request.consistentRead(true).build());
        if (found.hasItem()) {
            return false;
        }
        ddb.putItem(put -> put.tableName(table).item(owner(session, agent)));
        return true;
    }
    // end::check-then-write[]

    boolean takeByCondition(String session, String agent) {
        try {
            ddb.putItem(put ->
                    put.tableName(table).item(owner(session, agent)).conditionExpression("attribute_not_exists(PK)"));
            return true;
        } catch (ConditionalCheckFailedException taken) {
            return false;
        }
    }

    private static Map<String, AttributeValue> owner(String session, String agent) {
        return Map.of("PK", fromS("SESSION#" + session), "SK", fromS("OWNER"), "agent", fromS(agent));
    }
}
