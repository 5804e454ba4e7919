package dojo.exhibits.lease;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/** The summary of a session, written by whoever holds the lease. */
final class Summaries {

    private static final Duration LEASE = Duration.ofSeconds(30);

    private final DynamoDbClient ddb;
    private final String table;

    Summaries(DynamoDbClient ddb, String table) {
        this.ddb = ddb;
        this.table = table;
    }

    // tag::acquire[]
    /** Takes the lease if nobody holds it, and returns its number, larger each time. */
    long acquire(String worker, Instant now) {
        var values = Map.of(
                ":worker", fromS(worker),
                ":until", millis(now.plus(LEASE)),
                ":now", millis(now),
                ":one", fromN("1"));
        var number = "SET held_by = :worker, held_until = :until ADD fence :one";
        var lock = ddb.updateItem(update -> update.tableName(table)
                .key(Map.of("PK", fromS("SESSION#s-42"), "SK", fromS("LOCK")))
                .updateExpression(number)
                .conditionExpression("attribute_not_exists(PK) OR held_until <= :now")
                .expressionAttributeValues(values)
                .returnValues(ReturnValue.UPDATED_NEW));
        return Long.parseLong(
                Objects.requireNonNull(lock.attributes().get("fence")).n());
    }
    // end::acquire[]

    void save(String text) {
        ddb.updateItem(update -> update.tableName(table)
                .key(Map.of("PK", fromS("SESSION#s-42"), "SK", fromS("SUMMARY")))
                .updateExpression("SET summary_text = :text")
                .expressionAttributeValues(Map.of(":text", fromS(text))));
    }

    // tag::fenced[]
    void save(String text, long fence) {
        var mine = fromN(String.valueOf(fence));
        var values = Map.of(":text", fromS(text), ":mine", mine);
        ddb.updateItem(update -> update.tableName(table)
                .key(Map.of("PK", fromS("SESSION#s-42"), "SK", fromS("SUMMARY")))
                .updateExpression("SET summary_text = :text, fence = :mine")
                .conditionExpression("attribute_not_exists(fence) OR fence <= :mine")
                .expressionAttributeValues(values));
    }
    // end::fenced[]

    private static AttributeValue millis(Instant time) {
        return fromN(String.valueOf(time.toEpochMilli()));
    }
}
