package dojo.exhibits.adaptive;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Counters of shops, one write unit a sale. */
final class Load {

    private final DynamoDbClient ddb;
    private final String table;

    Load(DynamoDbClient ddb, String table) {
        this.ddb = ddb;
        this.table = table;
    }

    void provision(long writeUnits) {
        ddb.updateTable(update -> update.tableName(table)
                .billingMode("PROVISIONED")
                .provisionedThroughput(units -> units.readCapacityUnits(10L).writeCapacityUnits(writeUnits)));
    }

    void sale(String shop) {
        ddb.updateItem(update -> update.tableName(table)
                .key(Map.of("PK", fromS("SHOP#" + shop), "SK", fromS("SALES")))
                .updateExpression("ADD sales :one")
                .expressionAttributeValues(Map.of(":one", fromN("1"))));
    }
}
