package dojo.lab.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dojo.lab.Laws;
import dojo.lab.expiry.ExpirySettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;

/** Expectations from https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html and its sub-pages. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StreamPollerTest extends PollerScene {

    @Test
    void records_are_delivered_in_order_within_a_quarter_of_a_second() {
        start(poller(), this::take);
        scene.put("a", "1");
        scene.put("b", "1");
        scene.put("a", "2");
        assertThat(batches).isEmpty();

        scene.pass(Duration.ofMillis(250));

        assertThat(batches).containsExactly(List.of("a1", "b1", "a2"));
    }

    @Test
    void a_batch_has_at_most_its_size() {
        putMany(7);
        start(poller().batchSize(3), this::take);

        scene.pass(Duration.ofMillis(250));

        assertThat(batches).extracting(List::size).containsExactly(3, 3, 1);
    }

    @Test
    void records_are_gathered_until_the_window_is_over_or_the_batch_is_full() {
        start(poller().batchSize(3).batchingWindow(Duration.ofSeconds(5)), this::take);
        scene.put("a", "1");
        scene.pass(Duration.ofMillis(250));
        scene.put("a", "2");
        scene.pass(Duration.ofMillis(4750));
        assertThat(batches).isEmpty();

        scene.pass(Duration.ofMillis(250));
        assertThat(batches).containsExactly(List.of("a1", "a2"));

        putMany(3);
        scene.pass(Duration.ofMillis(250));
        assertThat(batches.get(1)).hasSize(3);
    }

    @Test
    void from_latest_nothing_that_was_there_before_is_delivered() {
        scene.put("a", "before");
        scene.pass(Duration.ofSeconds(2));
        start(poller().fromLatest(), this::take);
        scene.put("a", "after");

        scene.pass(Duration.ofSeconds(1));

        assertThat(batches).containsExactly(List.of("aafter"));
    }

    @Test
    void a_child_shard_is_read_after_its_parent_and_nothing_is_lost_between() {
        start(poller(), this::take);
        for (int i = 0; i < 6; i++) {
            scene.put("a", "" + i);
            scene.lab.law(StreamLaw.class).rollOver(Streamed.TABLE);
        }

        scene.pass(Duration.ofSeconds(1));

        assertThat(batches.stream().flatMap(List::stream)).containsExactly("a0", "a1", "a2", "a3", "a4", "a5");
    }

    @Test
    void a_leap_of_ten_days_is_cheap_and_what_is_written_afterwards_is_delivered() {
        StreamPoller poller = start(poller(), this::take);
        scene.put("a", "1");

        scene.pass(Duration.ofDays(10));
        scene.put("a", "2");
        scene.pass(Duration.ofSeconds(1));

        assertThat(batches).containsExactly(List.of("a1"), List.of("a2"));
        assertThat(poller.isCaughtUp()).isTrue();
    }

    @Test
    void what_is_on_its_way_is_delivered_when_it_arrives() {
        Laws laws = Laws.off().with(Streamed.PLAIN.delay(Duration.ofDays(1000), Duration.ofSeconds(7)));
        try (Streamed slow = new Streamed(laws, StreamViewType.NEW_IMAGE)) {
            slow.put("a", "1");
            slow.lab
                    .law(StreamLaw.class)
                    .poller(slow.lab.streams(), Streamed.TABLE)
                    .start(this::take);
            slow.pass(Duration.ofSeconds(3));
            slow.put("a", "2");
            slow.pass(Duration.ofMillis(3_999));
            assertThat(batches).isEmpty();

            slow.pass(Duration.ofMillis(1));
            assertThat(batches).containsExactly(List.of("a1"));
            slow.pass(Duration.ofSeconds(3));
            assertThat(batches).hasSize(2);
        }
    }

    @Test
    void a_handler_may_write_to_the_table_and_move_the_clock() {
        start(poller(), batch -> {
            batches.add(texts(batch));
            scene.pass(Duration.ofSeconds(3));
            if (batches.size() < 4) {
                scene.put("a", "" + (batches.size() + 1));
            }
            return BatchResult.done();
        });
        scene.put("a", "1");

        scene.pass(Duration.ofSeconds(1));
        scene.pass(Duration.ofSeconds(20));

        assertThat(batches).containsExactly(List.of("a1"), List.of("a2"), List.of("a3"), List.of("a4"));
    }

    @Test
    void a_failed_assertion_in_a_handler_reaches_whoever_moved_the_clock() {
        start(poller(), batch -> {
            batches.add(texts(batch));
            if (batches.size() == 1) {
                throw new AssertionError("what the test wanted to say");
            }
            return BatchResult.done();
        });
        scene.put("a", "1");

        assertThatThrownBy(() -> scene.pass(Duration.ofSeconds(1))).hasMessageContaining("what the test wanted");

        scene.pass(Duration.ofSeconds(1));
        assertThat(batches).containsExactly(List.of("a1"), List.of("a1"));
    }

    @Test
    void a_closed_poller_delivers_nothing_more() {
        StreamPoller poller = start(poller(), this::take);
        scene.put("a", "1");
        poller.close();

        scene.pass(Duration.ofHours(1));

        assertThat(batches).isEmpty();
    }

    @Test
    void deletions_by_time_to_live_arrive_with_their_author() {
        Laws laws = Laws.off().with(Streamed.PLAIN).with(ExpirySettings.real().lag(Duration.ZERO, Duration.ZERO));
        try (Streamed expiring = new Streamed(laws, StreamViewType.OLD_IMAGE)) {
            expiring.lab
                    .client()
                    .updateTimeToLive(update -> update.tableName(Streamed.TABLE)
                            .timeToLiveSpecification(
                                    setting -> setting.enabled(true).attributeName("expires")));
            expiring.pass(Duration.ofHours(1));
            List<String> authors = new ArrayList<>();
            expiring.lab
                    .law(StreamLaw.class)
                    .poller(expiring.lab.streams(), Streamed.TABLE)
                    .fromLatest()
                    .start(StreamHandler.each(record -> authors.add(record.eventNameAsString() + " "
                            + (record.userIdentity() == null
                                    ? "somebody"
                                    : record.userIdentity().principalId()))));
            long soon = expiring.lab.clock().instant().getEpochSecond() + 60;
            expiring.lab
                    .client()
                    .putItem(put -> put.tableName(Streamed.TABLE)
                            .item(Map.of(
                                    "PK",
                                    AttributeValue.fromS("a"),
                                    "expires",
                                    AttributeValue.fromN(Long.toString(soon)))));

            expiring.pass(Duration.ofMinutes(2));

            assertThat(authors).containsExactly("INSERT somebody", "REMOVE dynamodb.amazonaws.com");
        }
    }

    @Test
    void what_lambda_would_not_take_is_refused_with_what_it_would() {
        assertThatThrownBy(() -> poller().batchSize(10_001).build(this::take))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("batch size is 10001")
                .hasMessageContaining("from 1 to 10,000");
        assertThatThrownBy(() -> poller().recordAge(Duration.ofSeconds(59)).build(this::take))
                .hasMessageContaining("record age is PT59S");
        assertThatThrownBy(() -> poller().parallelizationFactor(11).build(this::take))
                .hasMessageContaining("parallelization factor is 11");
        assertThatThrownBy(() -> scene.lab.law(StreamLaw.class).poller(scene.lab.streams(), "nowhere"))
                .hasMessageContaining("'nowhere' has no stream");
    }
}
