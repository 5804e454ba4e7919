package dojo.lab.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dojo.lab.bill.Bill;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * Batches that are done in part.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchWriteItem.html">BatchWriteItem</a>
 */
class PartialBatchTest {

    private static final FaultRule PARTIAL = FaultRule.of(Fault.PARTIAL_BATCH);

    @Test
    void what_is_handed_back_was_not_written_and_not_paid_for() {
        try (Faulty scene = new Faulty(PARTIAL.nth(1))) {
            BatchWriteItemResponse answer = write(scene, Map.of(Faulty.TABLE, puts(0, 20)));

            int left = unprocessed(answer);
            assertThat(left).isBetween(1, 19);
            assertThat(scene.size()).isEqualTo(20 - left);
            assertThat(scene.bill()).isEqualTo(new Bill(1, 0, 20 - left));
            assertThat(scene.lab.meter().lines().get(0).toString())
                    .isEqualTo("BatchWriteItem sessions: put 20 -> " + left + " unprocessed, " + (20 - left) + " WU");
        }
    }

    @Test
    void a_loop_over_what_is_handed_back_writes_everything_once() {
        try (Faulty scene = new Faulty(PARTIAL)) {
            scene.create("orders");
            Map<String, List<WriteRequest>> left =
                    new LinkedHashMap<>(Map.of(Faulty.TABLE, puts(0, 15), "orders", puts(0, 10)));
            int requests = 0;
            while (!left.isEmpty()) {
                left = write(scene, left).unprocessedItems();
                requests++;
            }

            assertThat(requests).isBetween(2, 25);
            assertThat(scene.size()).isEqualTo(15);
            assertThat(scene.lab
                            .backstage()
                            .scan(scan -> scan.tableName("orders"))
                            .count())
                    .isEqualTo(10);
            // 25 items of one write unit each, however many requests it took.
            assertThat(scene.bill()).isEqualTo(new Bill(requests, 0, 25));
        }
    }

    @Test
    void a_loop_over_what_is_handed_back_reads_everything_once() {
        try (Faulty scene = new Faulty(PARTIAL.on("BatchGetItem"))) {
            write(scene, Map.of(Faulty.TABLE, puts(0, 25)));
            Set<Map<String, AttributeValue>> found = new HashSet<>();
            Map<String, KeysAndAttributes> left = Map.of(Faulty.TABLE, keys(0, 40));
            int requests = 0;
            while (!left.isEmpty()) {
                BatchGetItemResponse answer = read(scene, left);
                for (List<Map<String, AttributeValue>> ofTable :
                        answer.responses().values()) {
                    ofTable.forEach(item -> assertThat(found.add(item)).isTrue());
                }
                left = answer.unprocessedKeys();
                assertThat(left.values())
                        .allSatisfy(asked -> assertThat(asked.consistentRead()).isTrue());
                requests++;
            }

            assertThat(found).hasSize(25);
            // 25 writes; then 40 strongly consistent reads of one unit each, found or not.
            assertThat(scene.bill()).isEqualTo(new Bill(1 + requests, 40, 25));
        }
    }

    @Test
    void the_share_that_is_handed_back_is_kept_on_average() {
        try (Faulty scene = new Faulty(PARTIAL.share(0.2))) {
            int left = 0;
            for (int batch = 0; batch < 80; batch++) {
                left += unprocessed(write(scene, Map.of(Faulty.TABLE, puts(25 * batch, 25))));
            }
            // Binomial: 2,000 x 0.2 = 400, standard deviation 17.9; four of them are 72. The one that is handed back
            // where
            // chance takes none adds 80 x 0.8^25 = 0.3.
            assertThat(left).isBetween(328, 472);
        }
    }

    @Test
    void a_batch_of_one_is_done() {
        try (Faulty scene = new Faulty(PARTIAL)) {
            assertThat(unprocessed(write(scene, Map.of(Faulty.TABLE, puts(0, 1)))))
                    .isZero();
            assertThat(scene.faults.counts().get(0).matched()).isZero();
        }
    }

    @Test
    void a_batch_that_is_to_be_refused_is_refused_as_a_whole() {
        try (Faulty scene = new Faulty(PARTIAL.share(0.9))) {
            List<WriteRequest> twice = new ArrayList<>(puts(0, 10));
            twice.addAll(puts(9, 1));
            List<WriteRequest> keyless = new ArrayList<>(puts(0, 10));
            keyless.add(put(Map.of("PK", AttributeValue.fromS("only"))));

            assertRefused(scene, Map.of(Faulty.TABLE, twice));
            assertRefused(scene, Map.of(Faulty.TABLE, keyless));
            assertRefused(scene, Map.of(Faulty.TABLE, puts(0, 26)));
            assertThatThrownBy(() -> write(scene, Map.of(Faulty.TABLE, puts(0, 10), "nowhere", puts(0, 1))))
                    .isInstanceOf(ResourceNotFoundException.class);
            assertThatThrownBy(() -> read(scene, Map.of(Faulty.TABLE, keys(0, 101))))
                    .isInstanceOf(DynamoDbException.class);
            assertThat(scene.size()).isZero();
        }
    }

    private static void assertRefused(Faulty scene, Map<String, List<WriteRequest>> requests) {
        assertThatThrownBy(() -> write(scene, requests))
                .isInstanceOfSatisfying(
                        DynamoDbException.class,
                        refused -> assertThat(refused.awsErrorDetails().errorCode())
                                .isEqualTo("ValidationException"));
    }

    private static BatchWriteItemResponse write(Faulty scene, Map<String, List<WriteRequest>> requests) {
        return scene.ddb.batchWriteItem(batch -> batch.requestItems(requests));
    }

    private static BatchGetItemResponse read(Faulty scene, Map<String, KeysAndAttributes> requests) {
        return scene.ddb.batchGetItem(batch -> batch.requestItems(requests));
    }

    private static int unprocessed(BatchWriteItemResponse answer) {
        return answer.unprocessedItems().values().stream().mapToInt(List::size).sum();
    }

    private static List<WriteRequest> puts(int from, int count) {
        return IntStream.range(from, from + count)
                .mapToObj(i -> put(Faulty.item("s-" + i)))
                .toList();
    }

    private static WriteRequest put(Map<String, AttributeValue> item) {
        return WriteRequest.builder()
                .putRequest(PutRequest.builder().item(item).build())
                .build();
    }

    private static KeysAndAttributes keys(int from, int count) {
        return KeysAndAttributes.builder()
                .keys(IntStream.range(from, from + count)
                        .mapToObj(i -> Faulty.item("s-" + i))
                        .toList())
                .consistentRead(true)
                .build();
    }
}
