package dojo.lab.expiry;

import dojo.lab.Lab;
import dojo.lab.Laws;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

/** A table with an index, in a lab whose items are deleted a second after they expired. */
abstract class ExpiryScene {

    static final String TABLE = "sessions";
    /** Where the virtual clock starts. */
    static final Instant START = Instant.parse("2026-11-01T00:00:00Z");

    static final Duration HOUR = Duration.ofHours(1);

    /** Every item is deleted one second after it has expired: a lag of years on average, cut off at a second. */
    final Lab lab = Lab.under(Laws.off()
            .with(new ExpirySettings(Duration.ofDays(36_500), Duration.ofSeconds(1), HOUR, Duration.ofMinutes(30))));

    @BeforeEach
    void createTable() {
        lab.client()
                .createTable(CreateTableRequest.builder()
                        .tableName(TABLE)
                        .billingMode(BillingMode.PAY_PER_REQUEST)
                        .keySchema(key("PK"))
                        .attributeDefinitions(string("PK"), string("customer"))
                        .globalSecondaryIndexes(GlobalSecondaryIndex.builder()
                                .indexName("by-customer")
                                .keySchema(key("customer"))
                                .projection(Projection.builder()
                                        .projectionType(ProjectionType.ALL)
                                        .build())
                                .build())
                        .build());
    }

    @AfterEach
    void close() {
        lab.close();
    }

    ExpiryLaw law() {
        return lab.law(ExpiryLaw.class);
    }

    void enabled() {
        set(true);
        pass(HOUR);
    }

    void set(boolean enabled) {
        set(enabled, "expires");
    }

    void set(boolean enabled, String attribute) {
        lab.client()
                .updateTimeToLive(update -> update.tableName(TABLE)
                        .timeToLiveSpecification(
                                setting -> setting.enabled(enabled).attributeName(attribute)));
    }

    TimeToLiveStatus status() {
        return lab.client()
                .describeTimeToLive(describe -> describe.tableName(TABLE))
                .timeToLiveDescription()
                .timeToLiveStatus();
    }

    void pass(Duration step) {
        lab.clock().advance(step);
    }

    void put(String pk, String attribute, AttributeValue value) {
        put(pk, attribute, value, "other", AttributeValue.fromS("x"));
    }

    void put(String pk, String attribute, AttributeValue value, String second, AttributeValue secondValue) {
        lab.client()
                .putItem(put -> put.tableName(TABLE)
                        .item(
                                attribute.equals(second)
                                        ? Map.of("PK", AttributeValue.fromS(pk), attribute, value)
                                        : Map.of(
                                                "PK",
                                                AttributeValue.fromS(pk),
                                                attribute,
                                                value,
                                                second,
                                                secondValue)));
    }

    AttributeValue in(Duration step) {
        return AttributeValue.fromN(
                Long.toString(lab.clock().instant().plus(step).getEpochSecond()));
    }

    static AttributeValue seconds(String instant) {
        return AttributeValue.fromN(Long.toString(Instant.parse(instant).getEpochSecond()));
    }

    List<String> keys() {
        return lab.client().scan(scan -> scan.tableName(TABLE)).items().stream()
                .map(item -> Objects.requireNonNull(item.get("PK")).s())
                .toList();
    }

    int indexed(String customer) {
        return lab.client()
                .query(query -> query.tableName(TABLE)
                        .indexName("by-customer")
                        .keyConditionExpression("customer = :c")
                        .expressionAttributeValues(Map.of(":c", AttributeValue.fromS(customer))))
                .count();
    }

    static KeySchemaElement key(String name) {
        return KeySchemaElement.builder()
                .attributeName(name)
                .keyType(KeyType.HASH)
                .build();
    }

    static AttributeDefinition string(String name) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(ScalarAttributeType.S)
                .build();
    }
}
