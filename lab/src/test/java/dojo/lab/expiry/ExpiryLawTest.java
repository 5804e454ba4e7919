package dojo.lab.expiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dojo.lab.Lab;
import dojo.lab.Laws;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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

/** Expectations from https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/TTL.html and its sub-pages. */
class ExpiryLawTest {

    private static final String TABLE = "sessions";
    /** Where the virtual clock starts. */
    private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");

    private static final Duration HOUR = Duration.ofHours(1);

    /** Every item is deleted one second after it has expired: a lag of years on average, cut off at a second. */
    private final Lab lab = Lab.under(Laws.off()
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

    @Test
    void enabling_takes_an_hour() {
        assertThat(status()).isEqualTo(TimeToLiveStatus.DISABLED);

        set(true);

        assertThat(status()).isEqualTo(TimeToLiveStatus.ENABLING);
        pass(Duration.ofMinutes(59));
        assertThat(status()).isEqualTo(TimeToLiveStatus.ENABLING);
        pass(Duration.ofMinutes(1));
        assertThat(status()).isEqualTo(TimeToLiveStatus.ENABLED);
    }

    @Test
    void a_second_change_within_the_hour_is_refused_in_the_words_of_the_service() {
        set(true);
        pass(Duration.ofMinutes(59));

        assertThatThrownBy(() -> set(false))
                .hasMessageContaining("Time to live has been modified multiple times within a fixed interval");

        pass(Duration.ofMinutes(1));
        set(false);
        assertThat(status()).isEqualTo(TimeToLiveStatus.DISABLING);
        pass(HOUR);
        assertThat(status()).isEqualTo(TimeToLiveStatus.DISABLED);
    }

    @Test
    void the_same_setting_again_and_another_attribute_are_refused() {
        enabled();

        assertThatThrownBy(() -> set(true)).hasMessageContaining("TimeToLive is already enabled");
        assertThatThrownBy(() -> set(true, "other"))
                .hasMessageContaining("TimeToLive is active on a different AttributeName");
    }

    @Test
    void an_expired_item_is_read_until_it_is_deleted_and_then_gone_from_the_index_too() {
        enabled();
        put("a", "expires", in(Duration.ofMinutes(10)), "customer", AttributeValue.fromS("c"));

        pass(Duration.ofMinutes(10));
        assertThat(keys()).containsExactly("a");
        assertThat(indexed("c")).isEqualTo(1);

        pass(Duration.ofSeconds(1));
        assertThat(keys()).isEmpty();
        assertThat(indexed("c")).isZero();
        assertThat(law().timeToLiveDeletedItemCount(TABLE)).isEqualTo(1);
    }

    @Test
    void strings_milliseconds_and_huge_numbers_never_expire() {
        enabled();
        long then = lab.clock().instant().getEpochSecond() + 60;
        put("string", "expires", AttributeValue.fromS(Long.toString(then)));
        put("milliseconds", "expires", AttributeValue.fromN(Long.toString(then * 1000)));
        put("huge", "expires", AttributeValue.fromN("1E+100"));
        put("none", "other", AttributeValue.fromN(Long.toString(then)));
        put("other case", "Expires", AttributeValue.fromN(Long.toString(then)));
        put("seconds", "expires", AttributeValue.fromN(Long.toString(then)));

        pass(Duration.ofDays(3650));

        assertThat(keys()).containsExactlyInAnyOrder("string", "milliseconds", "huge", "none", "other case");
    }

    @Test
    void what_expired_more_than_five_years_ago_stays() {
        enabled();
        // The clock stands at 2026-11-01T01:00:00Z: five years ago was 2021-11-01T01:00:00Z.
        put("six years", "expires", seconds("2020-11-01T01:00:00Z"));
        put("a second too old", "expires", seconds("2021-11-01T00:59:59Z"));
        put("nearly five years", "expires", seconds("2021-11-01T01:00:02Z"));
        put("four years", "expires", seconds("2022-11-01T01:00:00Z"));

        pass(Duration.ofDays(10));

        assertThat(keys()).containsExactlyInAnyOrder("six years", "a second too old");
    }

    @Test
    void a_later_time_in_the_attribute_rescues_an_expired_item() {
        enabled();
        put("a", "expires", in(Duration.ofSeconds(60)));
        pass(Duration.ofSeconds(60));

        lab.client()
                .updateItem(update -> update.tableName(TABLE)
                        .key(Map.of("PK", AttributeValue.fromS("a")))
                        .updateExpression("SET expires = :later")
                        .expressionAttributeValues(Map.of(":later", in(HOUR))));
        pass(Duration.ofMinutes(59));

        assertThat(keys()).containsExactly("a");
        pass(Duration.ofMinutes(2));
        assertThat(keys()).isEmpty();
    }

    @Test
    void items_from_before_it_was_enabled_are_found_and_not_before() {
        put("old", "expires", seconds("2026-10-31T00:00:00Z"));
        set(true);
        pass(Duration.ofMinutes(59));
        assertThat(keys()).containsExactly("old");

        pass(Duration.ofMinutes(1).plusSeconds(1));

        assertThat(keys()).isEmpty();
    }

    @Test
    void deletions_go_on_for_half_an_hour_after_disabling() {
        enabled();
        put("within", "expires", in(Duration.ofMinutes(20)));
        put("after", "expires", in(Duration.ofMinutes(31)));
        set(false);

        pass(Duration.ofDays(2));

        assertThat(keys()).containsExactly("after");
        assertThat(law().nextDue()).isEmpty();
    }

    @Test
    void a_deletion_is_on_no_bill() {
        enabled();
        put("a", "expires", in(Duration.ofSeconds(60)));
        int mark = lab.meter().mark();

        pass(HOUR);

        assertThat(lab.meter().linesSince(mark)).isEmpty();
        assertThat(keys()).isEmpty();
    }

    @Test
    void the_service_comes_by_when_told_to_but_only_for_what_has_expired() {
        ExpiryLaw law = law();
        enabled();
        put("a", "expires", in(Duration.ofSeconds(60)));
        assertThat(law.expireNow(TABLE, Map.of("PK", AttributeValue.fromS("a"))))
                .isFalse();

        lab.clock().advance(Duration.ofSeconds(60).plusMillis(500));

        // The start, an hour of enabling, a minute until expiry, and the lag of one second.
        assertThat(law.nextDue().map(due -> Duration.between(START, due).toSeconds()))
                .hasValueSatisfying(due -> assertThat(due).isBetween(3660L, 3661L));
        assertThat(law.expireNow(TABLE, Map.of("PK", AttributeValue.fromS("a"))))
                .isTrue();
        assertThat(law.expireNow(TABLE, Map.of("PK", AttributeValue.fromS("a"))))
                .isFalse();
        assertThat(keys()).isEmpty();
    }

    @Test
    void a_sweep_takes_all_that_has_expired_and_nothing_else() {
        enabled();
        put("one", "expires", in(Duration.ofSeconds(60)));
        put("two", "expires", in(Duration.ofSeconds(60)));
        put("later", "expires", in(HOUR));
        pass(Duration.ofSeconds(60).plusMillis(500));

        assertThat(law().sweep()).isEqualTo(2);

        assertThat(keys()).containsExactly("later");
        assertThat(law().sweep()).isZero();
        // An hour of enabling, an hour until expiry, and the lag of one second.
        assertThat(law().due(TABLE, Map.of("PK", AttributeValue.fromS("later"))))
                .hasValue(START.plus(HOUR).plus(HOUR).plusSeconds(1));
        assertThat(law().due(TABLE, Map.of("PK", AttributeValue.fromS("one")))).isEmpty();
    }

    @Test
    void a_table_of_the_same_name_starts_anew() {
        enabled();
        put("a", "expires", in(Duration.ofSeconds(60)));
        lab.client().deleteTable(delete -> delete.tableName(TABLE));
        createTable();
        put("a", "expires", in(Duration.ofSeconds(60)));

        pass(Duration.ofDays(1));

        assertThat(status()).isEqualTo(TimeToLiveStatus.DISABLED);
        assertThat(keys()).containsExactly("a");
    }

    @Test
    void what_is_set_and_put_backstage_counts_as_well() {
        lab.backstage()
                .updateTimeToLive(update -> update.tableName(TABLE)
                        .timeToLiveSpecification(
                                setting -> setting.enabled(true).attributeName("expires")));
        pass(HOUR);
        assertThat(status()).isEqualTo(TimeToLiveStatus.ENABLED);
        lab.backstage()
                .putItem(put -> put.tableName(TABLE)
                        .item(Map.of("PK", AttributeValue.fromS("a"), "expires", in(Duration.ofSeconds(5)))));

        pass(Duration.ofSeconds(10));

        assertThat(keys()).isEmpty();
    }

    @Test
    void thousands_of_items_go_in_one_leap_of_ten_days() {
        try (Lab real = Lab.under(Laws.off().with(ExpirySettings.real()))) {
            real.client()
                    .createTable(CreateTableRequest.builder()
                            .tableName(TABLE)
                            .billingMode(BillingMode.PAY_PER_REQUEST)
                            .keySchema(key("PK"))
                            .attributeDefinitions(string("PK"))
                            .build());
            real.client()
                    .updateTimeToLive(update -> update.tableName(TABLE)
                            .timeToLiveSpecification(
                                    setting -> setting.enabled(true).attributeName("expires")));
            real.clock().advance(HOUR);
            IntStream.range(0, 3_000)
                    .forEach(i -> real.backstage()
                            .putItem(put -> put.tableName(TABLE)
                                    .item(Map.of(
                                            "PK",
                                            AttributeValue.fromS("item-" + i),
                                            "expires",
                                            AttributeValue.fromN(Long.toString(
                                                    real.clock().instant().getEpochSecond() + i))))));

            real.clock().advance(Duration.ofHours(6));
            long early = real.law(ExpiryLaw.class).timeToLiveDeletedItemCount(TABLE);
            real.clock().advance(Duration.ofDays(10));

            // After the average lag, 1 - 1/e = 63 % of an exponential distribution have gone; less, as the last item
            // expires 50 minutes later: 1 - e^(-5.17/6) = 58 %.
            assertThat(early).isBetween(1_700L, 1_950L);
            assertThat(real.law(ExpiryLaw.class).timeToLiveDeletedItemCount(TABLE))
                    .isEqualTo(3_000);
        }
    }

    @Test
    void the_trace_says_how_late_an_item_was_deleted() {
        enabled();
        put("a", "expires", in(Duration.ofSeconds(60)));
        pass(HOUR);

        assertThat(lab.trace().lines())
                .filteredOn(line -> line.law().equals("expiry"))
                .last()
                .satisfies(line -> assertThat(line.words()).contains("sessions", "1 s after it expired at 2026-11-01"));
    }

    private ExpiryLaw law() {
        return lab.law(ExpiryLaw.class);
    }

    private void enabled() {
        set(true);
        pass(HOUR);
    }

    private void set(boolean enabled) {
        set(enabled, "expires");
    }

    private void set(boolean enabled, String attribute) {
        lab.client()
                .updateTimeToLive(update -> update.tableName(TABLE)
                        .timeToLiveSpecification(
                                setting -> setting.enabled(enabled).attributeName(attribute)));
    }

    private TimeToLiveStatus status() {
        return lab.client()
                .describeTimeToLive(describe -> describe.tableName(TABLE))
                .timeToLiveDescription()
                .timeToLiveStatus();
    }

    private void pass(Duration step) {
        lab.clock().advance(step);
    }

    private void put(String pk, String attribute, AttributeValue value) {
        put(pk, attribute, value, "other", AttributeValue.fromS("x"));
    }

    private void put(String pk, String attribute, AttributeValue value, String second, AttributeValue secondValue) {
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

    private AttributeValue in(Duration step) {
        return AttributeValue.fromN(
                Long.toString(lab.clock().instant().plus(step).getEpochSecond()));
    }

    private static AttributeValue seconds(String instant) {
        return AttributeValue.fromN(Long.toString(Instant.parse(instant).getEpochSecond()));
    }

    private List<String> keys() {
        return lab.client().scan(scan -> scan.tableName(TABLE)).items().stream()
                .map(item -> Objects.requireNonNull(item.get("PK")).s())
                .toList();
    }

    private int indexed(String customer) {
        return lab.client()
                .query(query -> query.tableName(TABLE)
                        .indexName("by-customer")
                        .keyConditionExpression("customer = :c")
                        .expressionAttributeValues(Map.of(":c", AttributeValue.fromS(customer))))
                .count();
    }

    private static KeySchemaElement key(String name) {
        return KeySchemaElement.builder()
                .attributeName(name)
                .keyType(KeyType.HASH)
                .build();
    }

    private static AttributeDefinition string(String name) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(ScalarAttributeType.S)
                .build();
    }
}
