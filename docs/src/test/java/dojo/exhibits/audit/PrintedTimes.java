package dojo.exhibits.audit;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The same log with times as Java prints them: as many digits as they need. */
record PrintedTimes(DynamoDbClient ddb, String table) {

    // tag::printed-time[]
    void append(String entity, Instant time, String eventId, String what) {
        ddb.putItem(put -> put.tableName(table)
                .item(Map.of(
                        "PK", fromS(entity),
                        "SK", fromS("EVENT#" + time + "#" + eventId),
                        "what", fromS(what))));
    }
    // end::printed-time[]

    List<String> between(String entity, Instant from, Instant until) {
        return ddb
                .query(query -> query.tableName(table)
                        .keyConditionExpression("PK = :entity AND SK BETWEEN :from AND :until")
                        .expressionAttributeValues(Map.of(
                                ":entity", fromS(entity),
                                ":from", fromS("EVENT#" + from),
                                ":until", fromS("EVENT#" + until))))
                .items()
                .stream()
                .map(item -> Objects.requireNonNull(item.get("what")).s())
                .toList();
    }
}
