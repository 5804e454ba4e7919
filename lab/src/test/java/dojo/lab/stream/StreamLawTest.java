package dojo.lab.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dojo.lab.Laws;
import dojo.lab.expiry.ExpiryLaw;
import dojo.lab.expiry.ExpirySettings;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.OperationType;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** What is in a stream: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Streams.html */
class StreamLawTest {

    @Test
    void each_change_is_in_the_stream_once_and_in_order() {
        try (Streamed scene = new Streamed(Streamed.PLAIN)) {
            scene.put("a", "one");
            scene.put("a", "two");
            scene.delete("a");

            List<Record> records = scene.readAll();

            assertThat(records)
                    .extracting(Record::eventName)
                    .containsExactly(OperationType.INSERT, OperationType.MODIFY, OperationType.REMOVE);
            assertThat(Streamed.text(records.get(1).dynamodb().oldImage(), "text"))
                    .isEqualTo("one");
            assertThat(Streamed.text(records.get(1).dynamodb().newImage(), "text"))
                    .isEqualTo("two");
            assertThat(records.get(2).dynamodb().hasNewImage()).isFalse();
            assertThat(records)
                    .extracting(record -> record.dynamodb().sequenceNumber())
                    .isSorted()
                    .doesNotHaveDuplicates()
                    .allSatisfy(number -> assertThat(number).hasSizeBetween(21, 40));
            assertThat(records).extracting(Record::eventID).doesNotHaveDuplicates();
        }
    }

    @Test
    void a_write_that_changes_nothing_leaves_no_record() {
        try (Streamed scene = new Streamed(Streamed.PLAIN)) {
            scene.put("a", "one");
            scene.put("a", "one");
            scene.delete("nobody");
            assertThatThrownBy(() -> scene.lab
                            .client()
                            .putItem(put -> put.tableName(Streamed.TABLE)
                                    .item(Map.of("PK", AttributeValue.fromS("a")))
                                    .conditionExpression("attribute_not_exists(PK)")))
                    .isInstanceOf(ConditionalCheckFailedException.class);

            assertThat(scene.readAll()).hasSize(1);
        }
    }

    /** The example event of https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html: 26 bytes, then 59. */
    @Test
    void the_size_of_a_record_is_that_of_its_key_and_its_images() {
        try (Streamed scene = new Streamed(Laws.off().with(Streamed.PLAIN), StreamViewType.NEW_AND_OLD_IMAGES)) {
            // Id (2) and 101 (3) are 5 bytes, Message (7) and its text of 9: as PK (2) and 101 as text (3) here.
            message(scene, "New item!");
            message(scene, "This item has changed");

            assertThat(scene.readAll())
                    .extracting(record -> record.dynamodb().sizeBytes())
                    // Key 5 + new image 21, then key 5 + old image 21 + new image 33.
                    .containsExactly(26L, 59L);
        }
    }

    @Test
    void each_view_type_shows_what_it_says() {
        Map<StreamViewType, String> shown = new HashMap<>();
        for (StreamViewType view : StreamViewType.knownValues()) {
            try (Streamed scene = new Streamed(Laws.off().with(Streamed.PLAIN), view)) {
                scene.put("a", "one");
                scene.put("a", "two");
                Record record = scene.readAll().get(1);
                assertThat(Streamed.pk(record)).isEqualTo("a");
                assertThat(record.dynamodb().streamViewType()).isEqualTo(view);
                shown.put(
                        view,
                        (record.dynamodb().hasOldImage() ? "old" : "")
                                + (record.dynamodb().hasNewImage() ? "new" : ""));
            }
        }

        assertThat(shown)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        StreamViewType.KEYS_ONLY, "",
                        StreamViewType.OLD_IMAGE, "old",
                        StreamViewType.NEW_IMAGE, "new",
                        StreamViewType.NEW_AND_OLD_IMAGES, "oldnew"));
    }

    @Test
    void the_time_of_a_record_is_that_of_the_clock_cut_to_the_second() {
        try (Streamed scene = new Streamed(Streamed.PLAIN)) {
            scene.pass(Duration.ofMillis(90_900));
            scene.put("a", "one");

            Record record = scene.readAll().get(0);

            assertThat(record.dynamodb().approximateCreationDateTime())
                    .isEqualTo(Instant.parse("2026-11-01T00:01:30Z"));
            assertThat(record.awsRegion()).isEqualTo("us-east-1");
            assertThat(record.eventSource()).isEqualTo("aws:dynamodb");
            assertThat(record.userIdentity()).isNull();
        }
    }

    @Test
    void writes_by_partiql_transaction_batch_and_backstage_are_in_the_stream() {
        try (Streamed scene = new Streamed(Streamed.PLAIN)) {
            scene.lab.client().executeStatement(run -> run.statement("INSERT INTO sessions VALUE {'PK': 'partiql'}"));
            scene.lab.client().executeStatement(run -> run.statement("DELETE FROM sessions WHERE PK = 'partiql'"));
            scene.lab
                    .client()
                    .transactWriteItems(TransactWriteItemsRequest.builder()
                            .transactItems(TransactWriteItem.builder()
                                    .put(Put.builder()
                                            .tableName(Streamed.TABLE)
                                            .item(Map.of("PK", AttributeValue.fromS("transaction")))
                                            .build())
                                    .build())
                            .build());
            scene.lab
                    .client()
                    .batchWriteItem(BatchWriteItemRequest.builder()
                            .requestItems(Map.of(
                                    Streamed.TABLE,
                                    List.of(WriteRequest.builder()
                                            .putRequest(PutRequest.builder()
                                                    .item(Map.of("PK", AttributeValue.fromS("batch")))
                                                    .build())
                                            .build())))
                            .build());
            scene.lab
                    .backstage()
                    .putItem(
                            put -> put.tableName(Streamed.TABLE).item(Map.of("PK", AttributeValue.fromS("backstage"))));

            assertThat(scene.readAll())
                    .extracting(record -> record.eventNameAsString() + " " + Streamed.pk(record))
                    .containsExactly(
                            "INSERT partiql",
                            "REMOVE partiql",
                            "INSERT transaction",
                            "INSERT batch",
                            "INSERT backstage");
        }
    }

    /** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/time-to-live-ttl-streams.html */
    @Test
    void a_deletion_by_time_to_live_names_the_service() {
        Laws laws = Laws.off().with(Streamed.PLAIN).with(ExpirySettings.real().lag(Duration.ZERO, Duration.ZERO));
        try (Streamed scene = new Streamed(laws, StreamViewType.NEW_AND_OLD_IMAGES)) {
            scene.lab
                    .client()
                    .updateTimeToLive(update -> update.tableName(Streamed.TABLE)
                            .timeToLiveSpecification(
                                    setting -> setting.enabled(true).attributeName("expires")));
            scene.pass(Duration.ofHours(1));
            long soon = scene.lab.clock().instant().getEpochSecond() + 60;
            scene.lab
                    .client()
                    .putItem(put -> put.tableName(Streamed.TABLE)
                            .item(Map.of(
                                    "PK",
                                    AttributeValue.fromS("a"),
                                    "expires",
                                    AttributeValue.fromN(Long.toString(soon)))));
            scene.put("b", "deleted by hand");
            scene.delete("b");
            scene.pass(Duration.ofMinutes(2));

            List<Record> removed = scene.readAll().stream()
                    .filter(record -> record.eventName() == OperationType.REMOVE)
                    .toList();

            assertThat(removed).hasSize(2);
            assertThat(removed.get(0).userIdentity()).isNull();
            assertThat(removed.get(1).userIdentity().type()).isEqualTo("Service");
            assertThat(removed.get(1).userIdentity().principalId()).isEqualTo("dynamodb.amazonaws.com");
            assertThat(removed.get(1).dynamodb().oldImage()).containsKey("expires");
            assertThat(scene.lab.law(ExpiryLaw.class).timeToLiveDeletedItemCount(Streamed.TABLE))
                    .isEqualTo(1);
        }
    }

    @Test
    void keys_are_spread_over_the_shards_and_those_of_one_item_stay_together() {
        try (Streamed scene = new Streamed(Streamed.PLAIN.shards(4))) {
            IntStream.range(0, 100).forEach(i -> scene.put("session-" + i, "one"));
            IntStream.range(0, 100).forEach(i -> scene.put("session-" + i, "two"));

            List<List<Record>> shards = scene.shards().stream().map(scene::read).toList();

            assertThat(shards).hasSize(4);
            // 50 records a shard on average; a fair spread of 100 keys stays within half to twice of that.
            assertThat(shards).allSatisfy(records -> assertThat(records).hasSizeBetween(24, 100));
            for (List<Record> records : shards) {
                Map<String, Long> perItem = new HashMap<>();
                records.forEach(record -> perItem.merge(Streamed.pk(record), 1L, Long::sum));
                assertThat(perItem.values()).containsOnly(2L);
            }
        }
    }

    @Test
    void a_record_can_be_read_after_its_delay_and_never_before_an_earlier_one() {
        StreamSettings delayed = Streamed.PLAIN.delay(Duration.ofDays(1000), Duration.ofMillis(700));
        try (Streamed scene = new Streamed(delayed)) {
            scene.put("a", "one");
            scene.pass(Duration.ofMillis(699));
            assertThat(scene.readAll()).isEmpty();

            scene.pass(Duration.ofMillis(1));

            assertThat(scene.readAll()).hasSize(1);
        }
        try (Streamed scene = new Streamed(Streamed.PLAIN.delay(Duration.ofSeconds(1), Duration.ofSeconds(9)))) {
            int seen = 0;
            for (int i = 0; i < 30; i++) {
                scene.put("item-" + i, "one");
            }
            for (int step = 0; step <= 90; step++) {
                List<String> read = scene.readAll().stream().map(Streamed::pk).toList();
                assertThat(read)
                        .isEqualTo(IntStream.range(0, read.size())
                                .mapToObj(i -> "item-" + i)
                                .toList());
                assertThat(read.size()).isGreaterThanOrEqualTo(seen);
                seen = read.size();
                scene.pass(Duration.ofMillis(100));
            }
            assertThat(seen).isEqualTo(30);
        }
    }

    private static void message(Streamed scene, String message) {
        scene.lab
                .client()
                .putItem(put -> put.tableName(Streamed.TABLE)
                        .item(Map.of("PK", AttributeValue.fromS("101"), "Message", AttributeValue.fromS(message))));
    }
}
