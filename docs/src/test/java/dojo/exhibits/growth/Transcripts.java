package dojo.exhibits.growth;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromL;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;
import static software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity.TOTAL;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** Two ways to store a chat: one item that grows, or one item a turn. */
final class Transcripts {

    private final DynamoDbClient ddb;
    private final String table;

    Transcripts(DynamoDbClient ddb, String table) {
        this.ddb = ddb;
        this.table = table;
    }

    // tag::document[]
    double appendToDocument(String session, String text) {
        var key = Map.of("PK", fromS("SESSION#" + session), "SK", fromS("CHAT"));
        var append = "SET turns = list_append(if_not_exists(turns, :none), :turn)";
        var turn = fromL(List.of(fromS(text)));
        var values = Map.of(":none", fromL(List.of()), ":turn", turn);
        return ddb.updateItem(update -> update.tableName(table)
                        .key(key)
                        .updateExpression(append)
                        .expressionAttributeValues(values)
                        .returnConsumedCapacity(TOTAL))
                .consumedCapacity()
                .capacityUnits();
    }
    // end::document[]

    // tag::item-per-turn[]
    double appendTurn(String session, int position, String text) {
        var turn = Map.of(
                "PK", fromS("SESSION#" + session),
                "SK", fromS("TURN#%06d".formatted(position)),
                "text", fromS(text));
        return ddb.putItem(put -> put.tableName(table)
                        .item(turn)
                        .conditionExpression("attribute_not_exists(PK)")
                        .returnConsumedCapacity(TOTAL))
                .consumedCapacity()
                .capacityUnits();
    }
    // end::item-per-turn[]

    double readDocument(String session) {
        return ddb.getItem(get -> get.tableName(table)
                        .key(Map.of("PK", fromS("SESSION#" + session), "SK", fromS("CHAT")))
                        .returnConsumedCapacity(TOTAL))
                .consumedCapacity()
                .capacityUnits();
    }

    QueryResponse latest(String session, int turns) {
        return ddb.query(query -> query.tableName(table)
                .keyConditionExpression("PK = :session AND begins_with(SK, :turn)")
                .expressionAttributeValues(Map.of(":session", fromS("SESSION#" + session), ":turn", fromS("TURN#")))
                .scanIndexForward(false)
                .limit(turns)
                .returnConsumedCapacity(TOTAL));
    }
}
