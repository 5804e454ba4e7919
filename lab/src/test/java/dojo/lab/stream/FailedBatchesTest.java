package dojo.lab.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.services.dynamodb.model.Record;

/** Expectations from https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html and its sub-pages. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FailedBatchesTest extends PollerScene {

    @Test
    void a_failed_batch_is_tried_again_and_what_follows_waits() {
        List<String> calls = new ArrayList<>();
        scene.put("a", "1");
        start(poller().batchSize(1), batch -> {
            calls.addAll(texts(batch));
            if (calls.size() <= 2) {
                throw new IllegalStateException("not yet");
            }
            return BatchResult.done();
        });
        scene.put("a", "2");

        scene.pass(Duration.ofSeconds(5));

        assertThat(calls).containsExactly("a1", "a1", "a1", "a2");
    }

    @Test
    void after_the_retries_a_batch_is_discarded_and_its_place_is_told() {
        putMany(2);
        StreamPoller poller = start(poller().batchSize(2).retryAttempts(2), batch -> {
            batches.add(texts(batch));
            if (batch.records().size() == 2) {
                throw new IllegalStateException("poison");
            }
            return BatchResult.done();
        });
        scene.pass(Duration.ofSeconds(5));
        scene.put("z", "1");
        scene.pass(Duration.ofSeconds(5));

        // One call and two retries, then the next record.
        assertThat(batches).hasSize(4).last().isEqualTo(List.of("z1"));
        List<Record> records = scene.readAll();
        assertThat(discarded).singleElement().satisfies(lost -> {
            assertThat(lost.condition()).isEqualTo(DiscardedBatch.Condition.RETRY_ATTEMPTS_EXHAUSTED);
            assertThat(lost.batchSize()).isEqualTo(2);
            assertThat(lost.approximateInvokeCount()).isEqualTo(3);
            assertThat(lost.startSequenceNumber())
                    .isEqualTo(records.get(0).dynamodb().sequenceNumber());
            assertThat(lost.endSequenceNumber())
                    .isEqualTo(records.get(1).dynamodb().sequenceNumber());
            assertThat(lost.shardId()).isEqualTo(scene.shards().get(0).shardId());
        });
        assertThat(poller.metrics().errors()).isEqualTo(3);
        assertThat(poller.metrics().discarded()).isEqualTo(2);
        assertThat(poller.metrics().delivered()).isEqualTo(1);
    }

    @Test
    void from_the_earliest_failure_that_is_reported_the_batch_comes_again() {
        List<List<String>> calls = new ArrayList<>();
        putMany(5);
        start(poller().reportBatchItemFailures(), batch -> {
            calls.add(texts(batch));
            return calls.size() == 1
                    ? BatchResult.failed(batch.records().get(3), batch.records().get(2))
                    : BatchResult.done();
        });

        scene.pass(Duration.ofSeconds(2));

        assertThat(calls)
                .containsExactly(
                        List.of("item-01", "item-11", "item-21", "item-31", "item-41"),
                        List.of("item-21", "item-31", "item-41"));
    }

    @Test
    void a_report_that_nobody_listens_to_is_taken_for_success() {
        putMany(2);
        start(poller(), batch -> {
            batches.add(texts(batch));
            return BatchResult.failed(batch.records().get(0));
        });

        scene.pass(Duration.ofSeconds(5));

        assertThat(batches).hasSize(1);
    }

    @Test
    void a_report_of_a_record_that_is_not_in_the_batch_fails_all_of_it() {
        putMany(2);
        start(poller().reportBatchItemFailures(), batch -> {
            batches.add(texts(batch));
            return batches.size() == 1 ? new BatchResult(List.of("")) : BatchResult.done();
        });

        scene.pass(Duration.ofSeconds(5));

        assertThat(batches).extracting(List::size).containsExactly(2, 2);
    }

    @Test
    void one_record_after_the_other_is_done_and_the_first_that_throws_is_reported() {
        putMany(3);
        List<String> done = new ArrayList<>();
        start(poller().reportBatchItemFailures().retryAttempts(0), StreamHandler.each(record -> {
            if (Streamed.pk(record).equals("item-1")) {
                throw new IllegalStateException("poison");
            }
            done.add(Streamed.pk(record));
        }));

        scene.pass(Duration.ofSeconds(5));

        // With no retries, all from the failed one on is given up: the third was never tried.
        assertThat(done).containsExactly("item-0");
        assertThat(discarded)
                .singleElement()
                .satisfies(lost -> assertThat(lost.batchSize()).isEqualTo(2));
    }

    @Test
    void splitting_in_two_isolates_the_record_that_fails_and_takes_no_retries() {
        putMany(8);
        start(poller().bisectOnError().retryAttempts(1), batch -> {
            List<String> texts = texts(batch);
            batches.add(texts);
            if (texts.contains("item-51")) {
                throw new IllegalStateException("poison");
            }
            return BatchResult.done();
        });

        scene.pass(Duration.ofMinutes(1));

        // 0-7 fails, 0-3 is done, 4-7 fails, 4-5 fails, 4 is done, 5 fails, and once more, 6-7 is done.
        assertThat(batches).extracting(List::size).containsExactly(8, 4, 4, 2, 1, 1, 1, 2);
        assertThat(discarded)
                .singleElement()
                .satisfies(lost -> assertThat(lost.batchSize()).isEqualTo(1));
    }

    @Test
    void a_record_that_always_fails_blocks_its_shard_while_others_go_on() {
        try (Streamed two = new Streamed(Streamed.PLAIN.shards(2))) {
            putMany(two, 20);
            String poison = Streamed.pk(two.read(two.shards().get(0)).get(0));
            List<String> done = new ArrayList<>();
            StreamPoller poller = two.lab
                    .law(StreamLaw.class)
                    .poller(two.lab.streams(), Streamed.TABLE)
                    .batchSize(1)
                    .start(batch -> {
                        if (Streamed.pk(batch.records().get(0)).equals(poison)) {
                            throw new IllegalStateException("poison");
                        }
                        done.addAll(texts(batch));
                        return BatchResult.done();
                    });
            int inOther = two.read(two.shards().get(1)).size();

            two.pass(Duration.ofHours(3));

            assertThat(done).hasSize(inOther);
            assertThat(poller.isCaughtUp()).isFalse();
            // The poison was last tried within the last minute, and is three hours old.
            assertThat(poller.iteratorAge()).isBetween(Duration.ofMinutes(178), Duration.ofHours(3));

            two.pass(Duration.ofHours(22));

            // After a day the record has expired, and the rest of the shard has with it.
            assertThat(done).hasSize(inOther);
            assertThat(poller.metrics().discarded()).isEqualTo(20L - inOther);
        }
    }

    @Test
    void records_that_are_too_old_are_discarded() {
        putMany(1);
        scene.pass(Duration.ofSeconds(50));
        scene.put("young", "1");
        scene.pass(Duration.ofSeconds(30));

        start(poller().recordAge(Duration.ofSeconds(60)), this::take);
        scene.pass(Duration.ofSeconds(1));

        assertThat(batches).containsExactly(List.of("young1"));
        assertThat(discarded)
                .singleElement()
                .satisfies(
                        lost -> assertThat(lost.condition()).isEqualTo(DiscardedBatch.Condition.RECORD_AGE_EXCEEDED));
    }

    @Test
    void several_lanes_keep_the_order_of_each_item_and_one_that_is_blocked_does_not_hold_up_the_others() {
        putMany(20);
        Map<String, List<String>> perItem = new HashMap<>();
        start(poller().batchSize(5).parallelizationFactor(4), batch -> {
            for (Record record : batch.records()) {
                if (Streamed.pk(record).equals("item-7")) {
                    throw new IllegalStateException("poison");
                }
            }
            batch.records()
                    .forEach(record -> perItem.computeIfAbsent(Streamed.pk(record), key -> new ArrayList<>())
                            .add(Streamed.text(record.dynamodb().newImage(), "text")));
            return BatchResult.done();
        });
        IntStream.rangeClosed(2, 3).forEach(round -> {
            IntStream.range(0, 20).forEach(i -> scene.put("item-" + i, "" + round));
        });

        scene.pass(Duration.ofMinutes(5));

        assertThat(perItem).doesNotContainKey("item-7").hasSizeGreaterThan(10);
        assertThat(perItem.values())
                .contains(List.of("1", "2", "3"))
                .allSatisfy(texts -> assertThat(texts).isSorted().doesNotHaveDuplicates());
    }

    @Test
    void an_acknowledgement_that_is_lost_has_the_batch_delivered_again() {
        StreamPoller poller = start(poller().batchSize(1).losingAcknowledgements(0.5), this::take);
        IntStream.range(0, 100).forEach(i -> scene.put("item-" + i, "1"));

        scene.pass(Duration.ofMinutes(5));

        // Each of 100 batches is lost once in 1/2, twice in 1/4, ... cases: 100 more on average.
        assertThat(batches).hasSizeBetween(150, 270);
        assertThat(poller.metrics().lostAcknowledgements()).isEqualTo(batches.size() - 100L);
        assertThat(batches.stream().flatMap(List::stream).distinct()).hasSize(100);
        assertThat(poller.metrics().delivered()).isEqualTo(100);
    }
}
