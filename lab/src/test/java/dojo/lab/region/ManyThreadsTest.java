package dojo.lab.region;

import static dojo.lab.region.Globe.EUROPE;
import static dojo.lab.region.Globe.HOME;
import static dojo.lab.region.Globe.TABLE;
import static dojo.lab.region.Globe.WEST;
import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.Laws;
import dojo.lab.region.RegionSettings.Mode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReplicatedWriteConflictException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** Free threads in all Regions, while time moves under them. */
@Timeout(120)
class ManyThreadsTest {

    private static final List<String> ALL = List.of(HOME, WEST, EUROPE);

    @Test
    void eventually_all_regions_agree() throws Exception {
        try (Globe globe = Globe.of(RegionSettings.of(HOME, WEST, EUROPE).allTables(Mode.EVENTUAL))) {
            together(6, thread -> {
                String region = ALL.get(thread % 3);
                for (int i = 0; i < 150; i++) {
                    String id = "item-" + i % 5;
                    if (i % 7 == 0) {
                        globe.delete(region, id);
                    } else {
                        globe.put(region, id, "thread " + thread + ", " + i);
                    }
                    globe.wait(Duration.ofMillis(thread));
                }
            });
            for (String from : ALL) {
                ALL.stream().filter(to -> !to.equals(from)).forEach(to -> globe.regions.drain(from, to));
            }

            assertThat(globe.notes(WEST)).isEqualTo(globe.notes(HOME));
            assertThat(globe.notes(EUROPE)).isEqualTo(globe.notes(HOME));
        }
    }

    @Test
    void with_strong_consistency_no_acknowledged_increment_is_lost() throws Exception {
        RegionSettings strong = RegionSettings.of(HOME, WEST, EUROPE).allTables(Mode.STRONG);
        try (Globe globe = Globe.empty(Laws.off().with(strong))) {
            globe.client(HOME).createTable(Globe.table().build());
            UpdateItemRequest increment = UpdateItemRequest.builder()
                    .tableName(TABLE)
                    .key(Map.of("id", AttributeValue.fromS("counter")))
                    .updateExpression("ADD turns :one")
                    .expressionAttributeValues(Map.of(":one", AttributeValue.fromN("1")))
                    .build();
            AtomicInteger acknowledged = new AtomicInteger();
            together(6, thread -> {
                for (int i = 0; i < 40; i++) {
                    try {
                        globe.client(ALL.get(thread % 3)).updateItem(increment);
                        acknowledged.incrementAndGet();
                    } catch (ReplicatedWriteConflictException refused) {
                        // Not done, as the answer says.
                    }
                }
            });

            assertThat(acknowledged.get()).isPositive();
            for (String region : ALL) {
                assertThat(globe.client(region)
                                .getItem(get -> get.tableName(TABLE)
                                        .key(Map.of("id", AttributeValue.fromS("counter")))
                                        .consistentRead(true))
                                .item())
                        .containsEntry("turns", AttributeValue.fromN(String.valueOf(acknowledged.get())));
            }
        }
    }

    private interface Work {
        void of(int thread);
    }

    private static void together(int threads, Work work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> ends = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                int thread = t;
                ends.add(pool.submit(() -> work.of(thread)));
            }
            for (Future<?> end : ends) {
                end.get();
            }
        } finally {
            pool.shutdownNow();
        }
    }
}
