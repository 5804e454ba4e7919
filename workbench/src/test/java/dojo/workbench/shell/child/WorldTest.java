package dojo.workbench.shell.child;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.bill.Bill;
import dojo.lab.capacity.CapacitySettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ThrottlingException;

class WorldTest {
    private static final Instant NINE = Instant.parse("2026-11-22T09:00:00Z");

    @TempDir
    private Path classes;

    private final Ground ground = Ground.open(NINE);

    /** The fifth of five requests finds no token; the bill of the learner begins afterwards. */
    @Test
    void traffic_meets_the_laws_of_the_world_and_stands_on_no_bill() {
        try (World world = World.of(classes, Morning.class.getName())) {
            ground.switchTo(world.laws().orElseThrow());
            String table = world.set(ground);

            assertThat(ground.witness().latest(10))
                    .filteredOn(Witness.Seen::refused)
                    .hasSize(1)
                    .allSatisfy(seen -> {
                        assertThat(seen.table()).isEqualTo(table);
                        assertThat(seen.message())
                                .contains("ThrottlingReasons: TableWriteKeyRangeThroughputExceeded of arn");
                    });
            assertThat(ground.lab().clock().instant()).isEqualTo(NINE.plusMillis(50));
            assertThat(ground.ledger().total()).isEqualTo(Bill.ZERO);

            ground.lab().client().getItem(get -> get.tableName(table).key(key(1)));

            assertThat(ground.ledger().total()).isEqualTo(new Bill(1, 0.5, 0));
            assertThat(ground.ledger().lines(Ledger.Mark.START, 9)).hasSize(1);
        } finally {
            ground.lab().close();
        }
    }

    @Test
    void a_world_that_only_fills_has_no_laws() {
        try (World world = World.of(classes, Quiet.class.getName())) {
            assertThat(world.laws()).isEmpty();
            String table = world.set(ground);
            assertThat(ground.lab()
                            .backstage()
                            .getItem(get -> get.tableName(table).key(key(7)))
                            .hasItem())
                    .isTrue();
            assertThat(ground.lab().laws().get(CapacitySettings.class)).isEmpty();
        } finally {
            ground.lab().close();
        }
    }

    private static Map<String, AttributeValue> key(int number) {
        return Map.of("PK", AttributeValue.fromS("SESSION#s-1"), "SK", AttributeValue.fromS("TURN#" + number));
    }

    public static final class Morning {
        public static final String LAWS = """
                [capacity]
                partition-write-units = 3
                on-demand-write-units = 12
                """;

        private Morning() {}

        public static void traffic(DynamoDbClient ddb, String table, Consumer<Duration> pass) {
            for (int i = 0; i < 5; i++) {
                int number = i;
                try {
                    ddb.putItem(put -> put.tableName(table).item(key(number)));
                } catch (ThrottlingException refused) {
                    // Nobody tries again.
                }
                pass.accept(Duration.ofMillis(10));
            }
        }
    }

    public static final class Quiet {
        private Quiet() {}

        public static void fill(DynamoDbClient ddb, String table) {
            ddb.putItem(put -> put.tableName(table).item(key(7)));
        }
    }
}
