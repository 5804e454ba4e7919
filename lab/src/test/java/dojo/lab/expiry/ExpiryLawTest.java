package dojo.lab.expiry;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.Lab;
import dojo.lab.Laws;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;

/** Expectations from https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/TTL.html and its sub-pages. */
class ExpiryLawTest extends ExpiryScene {

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
}
