package dojo.exhibits.local;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;
import static software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity.TOTAL;

import dojo.exhibits.Shapes;
import dojo.lab.Lab;
import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** Ten tickets of one shop, 2,000 bytes each, with a local and a global index by state; both hold keys only. */
final class Scene {

    static final int TICKETS = 10;

    private final DynamoDbClient ddb;
    private final String table;

    Scene(Lab lab) {
        ddb = lab.backstage();
        table = lab.newTableName();
        ddb.createTable(create -> create.tableName(table)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(Shapes.strings("PK", "SK", "state"))
                .keySchema(Shapes.key("PK", "SK"))
                .localSecondaryIndexes(Shapes.local("local", ProjectionType.KEYS_ONLY, Shapes.key("PK", "state")))
                .globalSecondaryIndexes(Shapes.global("global", ProjectionType.KEYS_ONLY, Shapes.key("PK", "state"))));
        for (int i = 0; i < TICKETS; i++) {
            var ticket = Map.of(
                    "PK", fromS("SHOP#7"),
                    "SK", fromS("TICKET#" + i),
                    "state", fromS("open"),
                    "text", fromS("x".repeat(2_000)));
            ddb.putItem(put -> put.tableName(table).item(ticket));
        }
    }

    /** All open tickets, through an index. */
    QueryResponse query(String index, Consumer<QueryRequest.Builder> how) {
        var query = QueryRequest.builder()
                .tableName(table)
                .indexName(index)
                .keyConditionExpression("PK = :shop AND #state = :open")
                .expressionAttributeNames(Map.of("#state", "state"))
                .expressionAttributeValues(Map.of(":shop", fromS("SHOP#7"), ":open", fromS("open")))
                .returnConsumedCapacity(TOTAL);
        how.accept(query);
        return ddb.query(query.build());
    }
}
