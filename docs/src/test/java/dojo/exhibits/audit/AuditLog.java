package dojo.exhibits.audit;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What happened to an entity, in the order of time; the key of an event is its time and its id. */
record AuditLog(DynamoDbClient ddb, String table) {

    // tag::time-key[]
    private static final String MICROSECONDS = "uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern(MICROSECONDS).withZone(ZoneOffset.UTC);

    private static String at(Instant time) {
        return "EVENT#" + TIME.format(time);
    }
    // end::time-key[]

    // tag::append[]
    void append(String entity, Instant time, String eventId, String what) {
        ddb.putItem(put -> put.tableName(table)
                .item(Map.of(
                        "PK", fromS(entity),
                        "SK", fromS(at(time) + "#" + eventId),
                        "what", fromS(what))));
    }
    // end::append[]

    // tag::latest[]
    List<String> latest(String entity, int most) {
        var values = Map.of(":entity", fromS(entity), ":event", fromS("EVENT#"));
        var page = ddb.query(query -> query.tableName(table)
                .keyConditionExpression("PK = :entity AND begins_with(SK, :event)")
                .expressionAttributeValues(values)
                .scanIndexForward(false)
                .limit(most));
        return page.items().stream().map(AuditLog::what).toList();
    }
    // end::latest[]

    // tag::between[]
    /** From the first time on, up to and without the second. */
    List<String> between(String entity, Instant from, Instant until) {
        var first = fromS(at(from));
        var end = fromS(at(until));
        var values = Map.of(":entity", fromS(entity), ":from", first, ":until", end);
        var pages = ddb.queryPaginator(query -> query.tableName(table)
                .keyConditionExpression("PK = :entity AND SK BETWEEN :from AND :until")
                .expressionAttributeValues(values));
        return pages.items().stream().map(AuditLog::what).collect(Collectors.toList());
    }
    // end::between[]

    private static String what(Map<String, AttributeValue> event) {
        return Objects.requireNonNull(event.get("what")).s();
    }
}
