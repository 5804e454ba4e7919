package dojo.lab.replication;

import static dojo.lab.replication.Sessions.TABLE;
import static dojo.lab.replication.Sessions.byKind;
import static dojo.lab.replication.Sessions.item;
import static dojo.lab.replication.Sessions.key;
import static dojo.lab.replication.Sessions.s;
import static dojo.lab.replication.Sessions.session;
import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.Lab;
import dojo.lab.Laws;
import dojo.lab.time.WallClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@Timeout(120)
class ManyThreadsTest {

    private static final int THREADS = 6;
    private static final int STEPS = 100;

    @Test
    void readers_and_writers_at_once_break_nothing_and_agree_in_the_end() throws Exception {
        ReplicationSettings lags = ReplicationSettings.none()
                .followerLag(Duration.ofMillis(200), Duration.ofSeconds(2))
                .indexLag(Duration.ofMillis(200), Duration.ofSeconds(2));
        try (Sessions sessions = new Sessions(Lab.under(Laws.off().with(lags), WallClock.system()))) {
            ExecutorService threads = Executors.newFixedThreadPool(THREADS);
            List<Future<?>> done = new ArrayList<>();
            for (int t = 0; t < THREADS; t++) {
                String turn = "turn-" + t;
                int seed = t;
                done.add(threads.submit(() -> writeAndRead(sessions, turn, new Random(seed))));
            }
            for (Future<?> one : done) {
                one.get();
            }
            threads.shutdown();

            sessions.lab.clock().advance(Duration.ofHours(1));

            var strong = sessions.ddb
                    .query(session("s").consistentRead(true).build())
                    .items();
            assertThat(strong)
                    .hasSize(THREADS)
                    .allSatisfy(item -> assertThat(version(item)).isEqualTo(STEPS));
            assertThat(sessions.ddb.query(session("s").build()).items()).isEqualTo(strong);
            assertThat(sessions.ddb.query(byKind("user").build()).items()).containsExactlyInAnyOrderElementsOf(strong);
            assertThat(sessions.trace()).isNotEmpty();
        }
    }

    /** The only writer of its item: what it reads of it was there before, and strongly it reads what it wrote last. */
    private static void writeAndRead(Sessions sessions, String turn, Random random) {
        for (int version = 1; version <= STEPS; version++) {
            sessions.put(item("s", turn, "kind", "user", "posted", turn, "version", String.valueOf(version)));
            assertThat(version(sessions.strong(key("s", turn)))).isEqualTo(version);
            List<Map<String, AttributeValue>> found = switch (random.nextInt(4)) {
                case 0 -> List.of(sessions.eventual(key("s", turn)));
                case 1 -> sessions.ddb.query(session("s").build()).items();
                case 2 -> sessions.ddb.scan(scan -> scan.tableName(TABLE)).items();
                default -> sessions.ddb.query(byKind("user").build()).items();
            };
            int latest = version;
            assertThat(found)
                    .filteredOn(item -> s(turn).equals(item.get("SK")))
                    .hasSizeLessThanOrEqualTo(1)
                    .allSatisfy(item -> assertThat(version(item)).isBetween(1, latest));
        }
    }

    private static int version(Map<String, AttributeValue> item) {
        return Integer.parseInt(item.getOrDefault("version", s("0")).s());
    }
}
