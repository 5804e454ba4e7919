package dojo.lab.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.DescribeStreamRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ExpiredIteratorException;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsRequest;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.LimitExceededException;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardFilter;
import software.amazon.awssdk.services.dynamodb.model.ShardFilterType;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.TrimmedDataAccessException;

/** How a stream is read, shard by shard: the pages of the API reference of DynamoDB Streams. */
class ShardsTest {

    private static final ShardIteratorType TRIM_HORIZON = ShardIteratorType.TRIM_HORIZON;

    @Test
    void a_shard_is_closed_after_four_hours_and_has_one_child() {
        try (Streamed scene = new Streamed(Streamed.PLAIN.shards(2))) {
            scene.pass(Duration.ofHours(4).minusSeconds(1));
            assertThat(scene.shards())
                    .hasSize(2)
                    .allSatisfy(shard -> assertThat(shard.sequenceNumberRange().endingSequenceNumber())
                            .isNull());

            scene.pass(Duration.ofSeconds(1));

            List<Shard> shards = scene.shards();
            assertThat(shards).hasSize(4);
            assertThat(shards.get(2).parentShardId()).isEqualTo(shards.get(0).shardId());
            assertThat(shards.get(3).parentShardId()).isEqualTo(shards.get(1).shardId());
            assertThat(shards.get(0).parentShardId()).isNull();
            assertThat(shards.get(0).sequenceNumberRange().endingSequenceNumber())
                    .isLessThan(shards.get(2).sequenceNumberRange().startingSequenceNumber());
            assertThat(shards)
                    .extracting(Shard::shardId)
                    .doesNotHaveDuplicates()
                    .allSatisfy(id -> assertThat(id).hasSizeBetween(28, 65).startsWith("shardId-"));
        }
    }

    @Test
    void shards_are_gone_a_day_after_they_were_closed() {
        try (Streamed scene = new Streamed(Streamed.PLAIN)) {
            scene.pass(Duration.ofDays(10));

            // The open one, and those closed within 24 hours: after 0 (now), 4, 8, 12, 16 and 20 hours.
            assertThat(scene.shards()).hasSize(7);
        }
    }

    @Test
    void the_changes_of_an_item_go_on_in_the_child_and_the_parent_ends() {
        try (Streamed scene = new Streamed(Streamed.PLAIN)) {
            scene.put("a", "one");
            String reader = scene.iterator(scene.shards().get(0), TRIM_HORIZON, null);
            reader = scene.records(reader).nextShardIterator();
            assertThat(reader).isNotNull();
            scene.lab.law(StreamLaw.class).rollOver(Streamed.TABLE);
            scene.put("a", "two");

            GetRecordsResponse last = scene.records(reader);

            assertThat(last.records()).isEmpty();
            assertThat(last.nextShardIterator()).isNull();
            assertThat(scene.read(scene.shards().get(0))).hasSize(1);
            assertThat(scene.read(scene.shards().get(1)))
                    .extracting(record -> Streamed.text(record.dynamodb().newImage(), "text"))
                    .containsExactly("two");
        }
    }

    /** https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_streams_ShardFilter.html */
    @Test
    void a_filter_finds_the_children_of_a_shard() {
        try (Streamed scene = new Streamed(Streamed.PLAIN.shards(3))) {
            scene.lab.law(StreamLaw.class).rollOver(Streamed.TABLE);
            List<Shard> shards = scene.shards();

            List<Shard> children = scene.lab
                    .streams()
                    .describeStream(DescribeStreamRequest.builder()
                            .streamArn(scene.arn())
                            .shardFilter(ShardFilter.builder()
                                    .type(ShardFilterType.CHILD_SHARDS)
                                    .shardId(shards.get(1).shardId())
                                    .build())
                            .build())
                    .streamDescription()
                    .shards();

            assertThat(children).containsExactly(shards.get(4));
        }
    }

    @Test
    void shards_are_listed_in_pages() {
        try (Streamed scene = new Streamed(Streamed.PLAIN.shards(5))) {
            var first = scene.lab
                    .streams()
                    .describeStream(page -> page.streamArn(scene.arn()).limit(3));
            var second = scene.lab
                    .streams()
                    .describeStream(page -> page.streamArn(scene.arn())
                            .exclusiveStartShardId(first.streamDescription().lastEvaluatedShardId()));

            assertThat(first.streamDescription().shards()).hasSize(3);
            assertThat(second.streamDescription().shards()).hasSize(2);
            assertThat(second.streamDescription().lastEvaluatedShardId()).isNull();
        }
    }

    @Test
    void an_iterator_expires_after_15_minutes() {
        try (Streamed scene = new Streamed(Streamed.PLAIN)) {
            scene.put("a", "one");
            String iterator = scene.iterator(scene.shards().get(0), TRIM_HORIZON, null);

            scene.pass(Duration.ofMinutes(15).minusMillis(1));
            String next = scene.records(iterator).nextShardIterator();
            scene.pass(Duration.ofMillis(1));

            assertThatThrownBy(() -> scene.records(iterator)).isInstanceOf(ExpiredIteratorException.class);
            assertThat(scene.records(next).records()).isEmpty();
        }
    }

    @Test
    void records_are_trimmed_after_24_hours() {
        try (Streamed scene = new Streamed(Streamed.PLAIN)) {
            scene.pass(Duration.ofHours(1));
            scene.put("a", "one");
            String number = scene.readAll().get(0).dynamodb().sequenceNumber();
            scene.pass(Duration.ofHours(1));
            scene.put("b", "two");
            Shard shard = scene.shards().get(0);
            scene.pass(Duration.ofHours(23).minusMinutes(10));
            String early = scene.iterator(shard, TRIM_HORIZON, null);
            assertThat(scene.records(early).records()).hasSize(2);

            scene.pass(Duration.ofMinutes(10));

            assertThatThrownBy(() -> scene.records(early)).isInstanceOf(TrimmedDataAccessException.class);
            assertThatThrownBy(() -> scene.iterator(shard, ShardIteratorType.AT_SEQUENCE_NUMBER, number))
                    .isInstanceOf(TrimmedDataAccessException.class);
            assertThat(scene.read(shard)).extracting(Streamed::pk).containsExactly("b");
            String after = scene.iterator(shard, ShardIteratorType.AFTER_SEQUENCE_NUMBER, number);
            assertThat(scene.records(after).records()).hasSize(1);
        }
    }

    @Test
    void each_type_of_iterator_begins_where_it_says() {
        try (Streamed scene = new Streamed(Streamed.PLAIN)) {
            scene.put("a", "one");
            scene.put("b", "two");
            Shard shard = scene.shards().get(0);
            String first = scene.readAll().get(0).dynamodb().sequenceNumber();
            String latest = scene.iterator(shard, ShardIteratorType.LATEST, null);
            scene.put("c", "three");

            assertThat(keys(scene, scene.iterator(shard, TRIM_HORIZON, null))).containsExactly("a", "b", "c");
            assertThat(keys(scene, latest)).containsExactly("c");
            assertThat(keys(scene, scene.iterator(shard, ShardIteratorType.AT_SEQUENCE_NUMBER, first)))
                    .containsExactly("a", "b", "c");
            assertThat(keys(scene, scene.iterator(shard, ShardIteratorType.AFTER_SEQUENCE_NUMBER, first)))
                    .containsExactly("b", "c");
            String start = shard.sequenceNumberRange().startingSequenceNumber();
            assertThat(keys(scene, scene.iterator(shard, ShardIteratorType.AT_SEQUENCE_NUMBER, start)))
                    .containsExactly("a", "b", "c");
        }
    }

    /** 1,000 records or 1 MB, whichever comes first. */
    @Test
    void a_page_ends_at_its_limit_at_1000_records_and_at_1_mb() {
        try (Streamed scene = new Streamed(Streamed.PLAIN)) {
            IntStream.range(0, 1_050).forEach(i -> scene.put("item-" + i, "one"));
            Shard shard = scene.shards().get(0);

            GetRecordsResponse first = scene.records(scene.iterator(shard, TRIM_HORIZON, null));

            assertThat(first.records()).hasSize(1_000);
            assertThat(scene.records(first.nextShardIterator()).records()).hasSize(50);
            GetRecordsResponse limited = scene.lab
                    .streams()
                    .getRecords(GetRecordsRequest.builder()
                            .shardIterator(scene.iterator(shard, TRIM_HORIZON, null))
                            .limit(7)
                            .build());
            assertThat(limited.records()).hasSize(7);
        }
        try (Streamed scene = new Streamed(Streamed.PLAIN)) {
            // 300 KB each: three are less than 1 MB, four are more.
            IntStream.range(0, 5).forEach(i -> scene.put("item-" + i, "x".repeat(300_000)));

            GetRecordsResponse first =
                    scene.records(scene.iterator(scene.shards().get(0), TRIM_HORIZON, null));

            assertThat(first.records()).hasSize(3);
            assertThat(scene.records(first.nextShardIterator()).records()).hasSize(2);
        }
    }

    @Test
    void a_third_reader_of_a_shard_is_refused_until_one_stops() {
        try (Streamed scene = new Streamed(Streamed.PLAIN)) {
            Shard shard = scene.shards().get(0);
            String one = reading(scene, shard);
            String two = reading(scene, shard);
            String three = reading(scene, shard);
            one = scene.records(one).nextShardIterator();
            two = scene.records(two).nextShardIterator();

            assertThatThrownBy(() -> scene.records(three)).isInstanceOf(LimitExceededException.class);

            scene.pass(Duration.ofMillis(600));
            one = scene.records(one).nextShardIterator();
            scene.pass(Duration.ofMillis(600));
            assertThat(scene.records(three).nextShardIterator()).isNotNull();
            assertThat(scene.records(one).nextShardIterator()).isNotNull();
            assertThat(two).isNotNull();
        }
    }

    @Test
    void what_makes_no_sense_is_refused_as_a_client_expects() {
        try (Streamed scene = new Streamed(Streamed.PLAIN)) {
            Shard shard = scene.shards().get(0);

            assertThatThrownBy(() -> scene.records("nonsense")).hasMessageContaining("Invalid ShardIterator");
            assertThatThrownBy(() -> scene.records(scene.arn() + "|1|bm9uc2Vuc2U"))
                    .hasMessageContaining("Invalid ShardIterator");
            assertThatThrownBy(() -> scene.lab.streams().describeStream(describe -> describe.streamArn("nonsense")))
                    .isInstanceOf(ResourceNotFoundException.class);
            assertThatThrownBy(
                            () -> scene.iterator(Shard.builder().shardId("none").build(), TRIM_HORIZON, null))
                    .isInstanceOf(ResourceNotFoundException.class);
            assertThatThrownBy(() -> scene.iterator(shard, TRIM_HORIZON, "100000000000000000001"))
                    .hasMessageContaining("SequenceNumber should not be passed");
            for (String number : List.of("1", "x".repeat(21), "199999999999999999999", "100000000000000999999")) {
                assertThatThrownBy(() -> scene.iterator(shard, ShardIteratorType.AT_SEQUENCE_NUMBER, number))
                        .isInstanceOfSatisfying(
                                DynamoDbException.class,
                                refused -> assertThat(refused.awsErrorDetails().errorCode())
                                        .isEqualTo("ValidationException"));
            }
            assertThatThrownBy(() -> scene.lab
                            .streams()
                            .getRecords(get -> get.shardIterator(scene.iterator(shard, TRIM_HORIZON, null))
                                    .limit(1_001)))
                    .hasMessageContaining("less than or equal to 1000");
        }
    }

    private static String reading(Streamed scene, Shard shard) {
        return scene.records(scene.iterator(shard, TRIM_HORIZON, null)).nextShardIterator();
    }

    private static List<String> keys(Streamed scene, String iterator) {
        List<Record> records = scene.records(iterator).records();
        return records.stream().map(Streamed::pk).toList();
    }
}
