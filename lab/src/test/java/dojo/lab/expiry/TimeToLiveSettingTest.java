package dojo.lab.expiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

/** Expectations from https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/TTL.html and its sub-pages. */
class TimeToLiveSettingTest extends ExpiryScene {

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
}
