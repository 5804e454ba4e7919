package dojo.exhibits.reads;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;
import static software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity.TOTAL;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** Two ways to ask for the open tickets of one shop, from two ways to store them. */
final class TicketReads {

    private final DynamoDbClient ddb;
    private final String table;

    TicketReads(DynamoDbClient ddb, String table) {
        this.ddb = ddb;
        this.table = table;
    }

    // tag::filter[]
    QueryResponse openByFilter(String shop, boolean strong) {
        var values = Map.of(":shop", fromS("SHOP#" + shop), ":open", fromS("open"));
        return ddb.query(query -> query.tableName(table)
                .keyConditionExpression("PK = :shop")
                .filterExpression("#state = :open")
                .expressionAttributeNames(Map.of("#state", "state"))
                .expressionAttributeValues(values)
                .consistentRead(strong)
                .returnConsumedCapacity(TOTAL));
    }
    // end::filter[]

    // tag::key-condition[]
    QueryResponse openByKey(String shop, boolean strong) {
        var values = Map.of(":shop", fromS("SHOP#" + shop), ":open", fromS("OPEN#"));
        return ddb.query(query -> query.tableName(table)
                .keyConditionExpression("PK = :shop AND begins_with(SK, :open)")
                .expressionAttributeValues(values)
                .consistentRead(strong)
                .returnConsumedCapacity(TOTAL));
    }
    // end::key-condition[]

    QueryResponse all(String shop, boolean strong) {
        return ddb.query(query -> query.tableName(table)
                .keyConditionExpression("PK = :shop")
                .expressionAttributeValues(Map.of(":shop", fromS("SHOP#" + shop)))
                .consistentRead(strong)
                .returnConsumedCapacity(TOTAL));
    }
}
