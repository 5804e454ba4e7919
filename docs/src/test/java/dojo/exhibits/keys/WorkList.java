package dojo.exhibits.keys;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import dojo.exhibits.Shapes;
import dojo.lab.Lab;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** Tickets with two indexes for one list: "apart" has five attributes as its key, "composed" two strings. */
final class WorkList {

    private final DynamoDbClient ddb;
    private final String table;

    WorkList(Lab lab) {
        ddb = lab.backstage();
        table = lab.newTableName();
        List<AttributeDefinition> attributes =
                new ArrayList<>(Shapes.strings("PK", "SK", "tenant", "site", "state", "since", "GSI1PK", "GSI1SK"));
        attributes.add(AttributeDefinition.builder()
                .attributeName("priority")
                .attributeType(ScalarAttributeType.N)
                .build());
        // tag::schema[]
        var partitionKey = List.of("tenant", "site");
        var sortKey = List.of("state", "priority", "since");
        var apart = Shapes.key(partitionKey, sortKey);
        // end::schema[]
        ddb.createTable(create -> create.tableName(table)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(attributes)
                .keySchema(Shapes.key("PK", "SK"))
                .globalSecondaryIndexes(
                        Shapes.global("apart", ProjectionType.KEYS_ONLY, apart),
                        Shapes.global("composed", ProjectionType.KEYS_ONLY, Shapes.key("GSI1PK", "GSI1SK"))));
    }

    DynamoDbClient ddb() {
        return ddb;
    }

    String table() {
        return table;
    }

    /** Stores an open ticket under the keys of both indexes. */
    void open(String id, int priority) {
        Map<String, AttributeValue> ticket = new HashMap<>(key(id));
        ticket.put("tenant", fromS("acme"));
        ticket.put("site", fromS("oslo"));
        ticket.put("state", fromS("open"));
        ticket.put("priority", fromN(String.valueOf(priority)));
        ticket.put("since", fromS("2026-11-23T06:00Z"));
        ticket.put("GSI1PK", fromS("acme#oslo"));
        ticket.put("GSI1SK", fromS("open#" + priority + "#2026-11-23T06:00Z"));
        ddb.putItem(put -> put.tableName(table).item(ticket));
    }

    /** In the order of the index. */
    List<String> ids(String index, String condition, Map<String, AttributeValue> values) {
        var answer = ddb.query(query -> query.tableName(table)
                .indexName(index)
                .keyConditionExpression(condition)
                .expressionAttributeNames(condition.contains("#state") ? Map.of("#state", "state") : null)
                .expressionAttributeValues(values));
        return answer.items().stream()
                .map(item -> item.getOrDefault("PK", fromS("")).s())
                .toList();
    }

    static Map<String, AttributeValue> key(String id) {
        return Map.of("PK", fromS(id), "SK", fromS("TICKET"));
    }
}
