package dojo.exhibits.tallies;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A count that is right in every Region: each Region writes an item of its own, and who reads adds them up. */
record Tally(DynamoDbClient ddb, String table, String region) {

    // tag::own-item[]
    void count(String session) {
        add(key(session, "TALLY#" + region));
    }

    int total(String session) {
        var values = Map.of(":session", fromS(session), ":tally", fromS("TALLY#"));
        var page = ddb.query(query -> query.tableName(table)
                .keyConditionExpression("PK = :session AND begins_with(SK, :tally)")
                .expressionAttributeValues(values));
        return page.items().stream().mapToInt(Tally::turns).sum();
    }
    // end::own-item[]

    // tag::shared-item[]
    void countTogether(String session) {
        add(key(session, "META"));
    }
    // end::shared-item[]

    int together(String session) {
        return turns(ddb.getItem(get -> get.tableName(table).key(key(session, "META")))
                .item());
    }

    private void add(Map<String, AttributeValue> key) {
        ddb.updateItem(update -> update.tableName(table)
                .key(key)
                .updateExpression("ADD turns :one")
                .expressionAttributeValues(Map.of(":one", fromN("1"))));
    }

    private static Map<String, AttributeValue> key(String session, String kind) {
        return Map.of("PK", fromS(session), "SK", fromS(kind));
    }

    private static int turns(Map<String, AttributeValue> item) {
        return Integer.parseInt(item.getOrDefault("turns", fromN("0")).n());
    }
}
