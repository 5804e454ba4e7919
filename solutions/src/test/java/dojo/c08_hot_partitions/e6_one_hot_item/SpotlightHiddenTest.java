package dojo.c08_hot_partitions.e6_one_hot_item;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.junit.Inputs;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.OtherProcess;
import dojo.lab.junit.Race;
import dojo.lab.junit.Seed;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@WithLab
@WithTable
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SpotlightHiddenTest {
    private final DynamoDbClient ddb;
    private final LabTable table;
    private final Random random;
    private final List<Spotlight> servers;
    private Instant now = Instant.parse("2026-11-22T20:00:00Z");

    SpotlightHiddenTest(DynamoDbClient ddb, LabTable table, Seed seed) {
        this.ddb = ddb;
        this.table = table;
        random = seed.random();
        servers = IntStream.range(0, 3).mapToObj(i -> server(ddb)).toList();
    }

    @Test
    @Order(1)
    void a_second_later_nobody_sees_the_old_text() {
        servers.get(0).publish("barakamon", "Volume 41");
        IntStream.range(0, 30).forEach(i -> servers.get(i % 3).read("barakamon"));
        servers.get(0).publish("barakamon", "Volume 42");
        now = now.plusMillis(1_001);

        assertThat(IntStream.range(0, 60)
                        .mapToObj(i -> servers.get(i % 3).read("barakamon"))
                        .distinct())
                .as("what 60 readers see 1,001 ms after the new text was published")
                .containsExactly(Optional.of("Volume 42"));
    }

    @Test
    @Order(2)
    void a_new_text_keeps_the_likes() {
        servers.get(0).publish("barakamon", "Volume 41");
        IntStream.range(0, 12).forEach(i -> servers.get(i % 3).like("barakamon"));
        servers.get(1).publish("barakamon", "Volume 42");

        assertThat(servers.get(2).likes("barakamon"))
                .as("likes after a new text")
                .isEqualTo(12);
    }

    @Test
    @Order(3)
    void a_server_that_was_just_started_knows_all_likes(Inputs inputs) {
        int likes = inputs.given("likes", 40 + random.nextInt(20));
        IntStream.range(0, likes).forEach(i -> servers.get(i % 3).like("barakamon"));

        OtherProcess started = OtherProcess.with(ddb, table.name(), () -> now);
        assertThat(started.does(Likes.class)).isEqualTo(likes);
    }

    @Test
    @Order(4)
    void two_likes_at_once_are_two() throws Exception {
        Race race = Race.on(ddb);
        Spotlight one = new Spotlight(race.client(), table.name(), () -> now, new Random(7));
        Spotlight other = new Spotlight(race.client(), table.name(), () -> now, new Random(7));
        race.run(() -> like(one), () -> like(other));

        assertThat(server(ddb).likes("barakamon")).as("likes after two at once").isEqualTo(2);
    }

    @Test
    @Order(5)
    void what_nobody_published_is_not_there() {
        servers.get(0).publish("barakamon", "Volume 42");
        servers.get(0).like("barakamon");

        assertThat(servers.get(0).read("yotsuba")).isEmpty();
        assertThat(servers.get(0).likes("yotsuba")).isZero();
    }

    private Spotlight server(DynamoDbClient client) {
        return new Spotlight(client, table.name(), () -> now, random);
    }

    /** What a server reads that has just been started. */
    static final class Likes implements OtherProcess.Work<Long> {
        @Override
        public Long run(DynamoDbClient ddb, String table, InstantSource clock) {
            return new Spotlight(ddb, table, clock, new Random(3)).likes("barakamon");
        }
    }

    private static boolean like(Spotlight spotlight) {
        spotlight.like("barakamon");
        return true;
    }
}
