package dojo.lab.capacity;

import static dojo.lab.capacity.Throttled.INDEX;
import static dojo.lab.capacity.Throttled.TABLE;
import static dojo.lab.capacity.Throttled.get;
import static dojo.lab.capacity.Throttled.key;
import static dojo.lab.capacity.Throttled.put;
import static dojo.lab.capacity.Throttled.text;
import static dojo.lab.capacity.Throttled.untilRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.awssdk.services.dynamodb.model.ThrottlingException;

/** What the law lets people see: the trace, metrics, top keys and the heat of partitions. */
class ViewsTest {

    /** Ten write units and thirty read units a second for each of four partitions. */
    private final Throttled lab = new Throttled(CapacitySettings.real().scaledBy(0.01)).onDemand();

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void the_trace_names_the_partition_its_limit_and_the_key_that_took_most() {
        untilRefused(ThrottlingException.class, () -> lab.client().putItem(put("SESSION#42", "1")));

        // The hash of the key begins with other bits than that of its neighbours: the partition is found by the law.
        int partition = lab.law().heat().stream()
                .filter(line -> line.hottestKey().equals("SESSION#42"))
                .findFirst()
                .orElseThrow()
                .heat()
                .partition();
        assertEquals(
                "throttled: write key range of partition " + partition
                        + " of things, 10 WU/s, key SESSION#42 took 100 %",
                lab.lab().trace().lines().get(0).words());
    }

    /**
     * Three metrics count a refusal, each in its own way.
     *
     * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/metrics-dimensions.html">Metrics
     *     and dimensions</a>
     */
    @Test
    void metrics_are_kept_by_the_minute() {
        lab.client().putItem(put("a", "1", "red"));
        lab.client().getItem(get("a", "1"));
        lab.pass(Duration.ofMinutes(1));
        untilRefused(ThrottlingException.class, () -> lab.client().putItem(put("a", "1")));

        List<MinuteMetrics> table = metricsOf(Optional.empty());
        Instant midnight = Instant.parse("2026-11-01T00:00:00Z");
        // A write unit; half a read unit, since the read is eventually consistent.
        assertEquals(new MinuteMetrics(midnight, TABLE, Optional.empty(), 0.5, 1, 0, 0, 0, Map.of()), table.get(0));
        assertEquals(
                new MinuteMetrics(
                        midnight.plusSeconds(60),
                        TABLE,
                        Optional.empty(),
                        0,
                        10,
                        1,
                        0,
                        1,
                        Map.of("WriteKeyRangeThroughputThrottleEvents", 1L)),
                table.get(1));
        // One entry put, and deleted when the item lost its colour.
        assertEquals(1, metricsOf(Optional.of(INDEX)).get(0).consumedWriteUnits());
        assertEquals(1, metricsOf(Optional.of(INDEX)).get(1).consumedWriteUnits());
    }

    /**
     * A write unit counts three times: a partition has three times as many read units.
     *
     * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/contributorinsights_HowItWorks.html">
     *     Contributor Insights</a>
     */
    @Test
    void top_keys_weigh_a_write_unit_as_three_read_units() {
        lab.client().putItem(put("written", "1"));
        lab.client().putItem(put("written", "2"));
        for (int i = 0; i < 8; i++) {
            lab.client().getItem(get("read", "1"));
        }

        KeyReport keys = lab.law().topKeys().get(0);
        assertEquals(List.of(new TopKey("written", 6), new TopKey("read", 4)), keys.partitionKeys());
        assertEquals(
                List.of(new TopKey("read 1", 4), new TopKey("written 1", 3), new TopKey("written 2", 3)), keys.items());
        assertEquals(List.of(), keys.throttledPartitionKeys());
        untilRefused(ThrottlingException.class, () -> lab.client().putItem(put("written", "1")));
        assertEquals(
                List.of(new TopKey("written 1", 1)), lab.law().topKeys().get(0).throttledItems());
        lab.law().forgetKeys();
        assertEquals(List.of(), lab.law().topKeys().get(0).partitionKeys());
    }

    @Test
    void at_most_25_keys_are_reported() {
        for (int i = 0; i < 30; i++) {
            lab.client().getItem(get("key-" + i, "1"));
        }
        assertEquals(25, lab.law().topKeys().get(0).partitionKeys().size());
    }

    /** Sizes by the documented rule: names and values, "pk" 2 + "a" 1, "sk" 2 + "1" 1, "note" 4 + 1,000. */
    @Test
    void partitions_know_what_they_hold() {
        PutItemRequest large = PutItemRequest.builder()
                .tableName(TABLE)
                .item(Map.of("pk", text("a"), "sk", text("1"), "note", text("x".repeat(1_000))))
                .build();
        lab.client().putItem(large);
        lab.lab().backstage().putItem(put("a", "2"));
        assertEquals(1_010 + 6, total(PartitionHeat::bytes));
        assertEquals(2, total(PartitionHeat::items));

        lab.client()
                .deleteItem(DeleteItemRequest.builder()
                        .tableName(TABLE)
                        .key(key("a", "1"))
                        .build());
        assertEquals(6, total(PartitionHeat::bytes));
        assertEquals(1, total(PartitionHeat::items));
    }

    @Test
    void items_that_were_there_before_the_table_was_met_are_counted() {
        try (Throttled fresh = new Throttled(CapacitySettings.real())) {
            fresh.lab()
                    .backstage()
                    .createTable(Throttled.table()
                            .billingMode("PAY_PER_REQUEST")
                            .globalSecondaryIndexes(Throttled.index().build())
                            .build());
            fresh.lab().backstage().putItem(put("a", "1", "red"));
            fresh.client().getItem(get("a", "1"));

            long items = fresh.law().heat().stream()
                    .mapToLong(line -> line.heat().items())
                    .sum();
            assertEquals(2, items, "the item, and its entry in the index");
        }
    }

    /** 1 MB of items of one collection is one page of 128 units: many times what a partition serves in a second. */
    @Test
    void a_query_of_a_large_page_leaves_a_debt_with_its_partition() {
        for (int i = 0; i < 4; i++) {
            lab.lab()
                    .backstage()
                    .putItem(PutItemRequest.builder()
                            .tableName(TABLE)
                            .item(Map.of("pk", text("a"), "sk", text("" + i), "note", text("x".repeat(300_000))))
                            .build());
        }
        QueryRequest query = QueryRequest.builder()
                .tableName(TABLE)
                .keyConditionExpression("pk = :p")
                .expressionAttributeValues(Map.of(":p", text("a")))
                .build();
        lab.client().query(query);
        untilRefused(ThrottlingException.class, () -> lab.client().query(query));
        lab.pass(Duration.ofSeconds(1));
        untilRefused(ThrottlingException.class, () -> lab.client().query(query));
        lab.pass(Duration.ofSeconds(5));
        lab.client().query(query);
    }

    /** The first page starts in the first partition; halfway through the items, it is the third of four. */
    @Test
    void a_scan_walks_through_the_partitions_in_order() {
        for (int i = 0; i < 8; i++) {
            lab.client().putItem(put("key-" + i, "1"));
        }
        ScanRequest.Builder scan = ScanRequest.builder().tableName(TABLE).limit(4);
        ScanResponse first = lab.client().scan(scan.build());
        lab.client().scan(scan.exclusiveStartKey(first.lastEvaluatedKey()).build());

        List<Boolean> read = lab.law().heat().stream()
                .filter(line -> line.index().isEmpty())
                .map(line -> line.heat().readUnits() > 0)
                .toList();
        assertEquals(List.of(true, false, true, false), read);
    }

    /** Eight keys of one partition at 16 units a second: 10 are served, until it has split. */
    @Test
    void a_split_cures_a_hot_partition_of_a_real_table() {
        List<String> hot = hotKeys();
        for (int second = 0; second < 450; second++) {
            write(hot, second);
        }
        long before = lab.law().metrics().stream()
                .mapToLong(MinuteMetrics::throttledRequests)
                .sum();
        assertTrue(before > 0, "the partition was hot");
        for (int second = 450; second < 510; second++) {
            write(hot, second);
        }

        assertEquals(
                before,
                lab.law().metrics().stream()
                        .mapToLong(MinuteMetrics::throttledRequests)
                        .sum(),
                "throttled after the split");
        assertTrue(
                lab.lab().trace().lines().stream().anyMatch(line -> line.words().contains("has split for heat")));
        assertEquals(8, total(PartitionHeat::items), "measured anew");
    }

    private void write(List<String> hot, int second) {
        // A little under 4 KB: four units each.
        for (int i = 0; i < 4; i++) {
            try {
                String pk = hot.get((4 * second + i) % hot.size());
                lab.client()
                        .putItem(PutItemRequest.builder()
                                .tableName(TABLE)
                                .item(Map.of("pk", text(pk), "sk", text("1"), "note", text("x".repeat(4_000))))
                                .build());
            } catch (ThrottlingException expected) {
                // The trace and the metrics have it.
            }
        }
        lab.pass(Duration.ofSeconds(1));
    }

    /** Eight keys in the first quarter of all hashes. */
    private static List<String> hotKeys() {
        return java.util.stream.IntStream.range(0, 1_000)
                .mapToObj(i -> "hot-" + i)
                .filter(key -> KeyHash.of(key) >>> 62 == 0)
                .limit(8)
                .toList();
    }

    private List<MinuteMetrics> metricsOf(Optional<String> index) {
        return lab.law().metrics().stream()
                .filter(minute -> minute.index().equals(index))
                .toList();
    }

    private long total(java.util.function.ToLongFunction<PartitionHeat> what) {
        return lab.law().heat().stream()
                .filter(line -> line.index().isEmpty())
                .mapToLong(line -> what.applyAsLong(line.heat()))
                .sum();
    }
}
