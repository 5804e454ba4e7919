package dojo.lab.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.Lab;
import dojo.lab.Laws;
import dojo.lab.expiry.ExpiryLaw;
import dojo.lab.expiry.ExpirySettings;
import dojo.lab.time.Scenario;
import dojo.lab.time.VirtualClock;
import dojo.lab.time.WallClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.StreamSpecification;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;

/** Many writers at once. */
class BusyStreamTest {

    private static final int WRITERS = 8;

    @Test
    void every_change_of_eight_writers_is_in_the_stream_once_and_in_the_order_of_its_item() throws Exception {
        Laws laws = Laws.off().with(StreamSettings.real().delay(Duration.ofMillis(1), Duration.ofMillis(5)));
        try (Lab lab = Lab.under(laws, WallClock.system())) {
            createTable(lab);
            Map<String, List<Integer>> counts = new HashMap<>();
            StreamPoller poller = StreamPoller.of(
                            lab.streams(),
                            lab.law(StreamLaw.class)
                                    .latestStreamArn(Streamed.TABLE)
                                    .orElseThrow())
                    .on(lab.clock())
                    .build(StreamHandler.each(
                            record -> counts.computeIfAbsent(Streamed.pk(record), key -> new ArrayList<>())
                                    .add(count(record))));

            together(writer -> {
                for (int i = 0; i < 100; i++) {
                    increment(lab, "counter-" + i % 10);
                    if (writer == 0 && i % 25 == 0) {
                        lab.law(StreamLaw.class).rollOver(Streamed.TABLE);
                    }
                }
            });
            lab.clock().advance(Duration.ofSeconds(1));
            IntStream.range(0, 20).forEach(i -> poller.poll());

            // 8 writers increment each of 10 counters 10 times: 80 changes each.
            assertThat(counts).hasSize(10);
            assertThat(counts.values())
                    .allSatisfy(seen -> assertThat(seen)
                            .isEqualTo(IntStream.rangeClosed(1, 80).boxed().toList()));
        }
    }

    @Test
    void an_item_that_is_rescued_while_the_service_deletes_is_never_lost() throws Exception {
        Laws laws = Laws.off()
                .with(new ExpirySettings(Duration.ofDays(1000), Duration.ofDays(1), Duration.ZERO, Duration.ZERO));
        try (Lab lab = Lab.under(laws, WallClock.system())) {
            createTable(lab);
            lab.client()
                    .updateTimeToLive(update -> update.tableName(Streamed.TABLE)
                            .timeToLiveSpecification(
                                    setting -> setting.enabled(true).attributeName("expires")));
            long past = lab.clock().instant().getEpochSecond() - 10;
            long future = past + 100_000;
            int items = 400;
            IntStream.range(0, items).forEach(i -> expires(lab, "item-" + i, past));

            ExpiryLaw law = lab.law(ExpiryLaw.class);
            together(writer -> {
                for (int i = 0; i < items; i++) {
                    if (writer == 0) {
                        law.expireNow(Streamed.TABLE, Map.of("PK", AttributeValue.fromS("item-" + (items - 1 - i))));
                    } else if (i % (WRITERS - 1) == writer - 1) {
                        expires(lab, "item-" + i, future);
                    }
                }
            });

            assertThat(lab.client().scan(scan -> scan.tableName(Streamed.TABLE)).count())
                    .isEqualTo(items);
            assertThat(law.timeToLiveDeletedItemCount(Streamed.TABLE)).isBetween(1L, items - 1L);
        }
    }

    @Test
    void the_same_seed_gives_the_same_deliveries_and_the_same_trace() {
        List<String> first = scenario(7);

        assertThat(first).hasSizeGreaterThan(8 * 12);
        for (int run = 0; run < 3; run++) {
            assertThat(scenario(7)).isEqualTo(first);
        }
        assertThat(scenario(8)).isNotEqualTo(first);
    }

    /** Eight tasks write, a poller loses acknowledgements, expired items go: what was delivered when, and the trace. */
    private static List<String> scenario(long seed) {
        VirtualClock clock = new VirtualClock();
        Laws laws = Laws.off()
                .seed(seed)
                .with(StreamSettings.chaos())
                .with(ExpirySettings.chaos().lag(Duration.ofSeconds(20), Duration.ofMinutes(2)));
        try (Lab lab = Lab.under(laws, clock)) {
            createTable(lab);
            lab.client()
                    .updateTimeToLive(update -> update.tableName(Streamed.TABLE)
                            .timeToLiveSpecification(
                                    setting -> setting.enabled(true).attributeName("expires")));
            clock.advance(Duration.ofHours(1));
            List<String> seen = new ArrayList<>();
            lab.law(StreamLaw.class)
                    .poller(lab.streams(), Streamed.TABLE)
                    .batchSize(3)
                    .losingAcknowledgements(0.2)
                    .start(StreamHandler.each(record ->
                            seen.add(clock.instant() + " " + record.eventNameAsString() + " " + Streamed.pk(record)
                                    + " " + record.dynamodb().sequenceNumber())));
            Scenario scenario = Scenario.on(clock, seed);
            for (int task = 0; task < 8; task++) {
                String name = "task-" + task;
                scenario.task(name, () -> {
                    for (int i = 0; i < 12; i++) {
                        expires(lab, name + "-" + i, clock.instant().getEpochSecond() + i);
                        clock.pass(Duration.ofMillis(330));
                    }
                });
            }
            scenario.run();
            clock.advance(Duration.ofMinutes(10));
            lab.trace().lines().forEach(line -> seen.add(line.toString()));
            return seen;
        }
    }

    private interface Work {
        void run(int writer);
    }

    private static void together(Work work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                int number = writer;
                all.add(threads.submit(() -> work.run(number)));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static void createTable(Lab lab) {
        lab.client()
                .createTable(Streamed.table()
                        .streamSpecification(StreamSpecification.builder()
                                .streamEnabled(true)
                                .streamViewType(StreamViewType.NEW_IMAGE)
                                .build())
                        .build());
    }

    private static void increment(Lab lab, String key) {
        lab.client()
                .updateItem(update -> update.tableName(Streamed.TABLE)
                        .key(Map.of("PK", AttributeValue.fromS(key)))
                        .updateExpression("ADD times :one")
                        .expressionAttributeValues(Map.of(":one", AttributeValue.fromN("1"))));
    }

    private static void expires(Lab lab, String key, long seconds) {
        lab.client()
                .putItem(put -> put.tableName(Streamed.TABLE)
                        .item(Map.of(
                                "PK",
                                AttributeValue.fromS(key),
                                "expires",
                                AttributeValue.fromN(Long.toString(seconds)))));
    }

    private static int count(Record record) {
        return Integer.parseInt(
                Objects.requireNonNull(record.dynamodb().newImage().get("times"))
                        .n());
    }
}
