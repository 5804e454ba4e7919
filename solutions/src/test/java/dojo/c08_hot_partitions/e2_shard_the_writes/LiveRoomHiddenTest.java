package dojo.c08_hot_partitions.e2_shard_the_writes;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.Lab;
import dojo.lab.junit.Inputs;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.Seed;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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
class LiveRoomHiddenTest {
    private static final Instant START = Instant.parse("2026-11-22T20:00:00Z");

    private final LiveRoom room;

    LiveRoomHiddenTest(DynamoDbClient ddb, LabTable table) {
        room = new LiveRoom(ddb, table.name());
    }

    @Test
    @Order(1)
    void of_many_messages_none_is_lost_and_all_are_in_order(Seed seed, Inputs inputs) {
        Random random = seed.random();
        List<Message> messages = new ArrayList<>(IntStream.range(0, 60)
                .mapToObj(i -> message(Long.toString(random.nextLong() >>> 1, 36), i / 3))
                .sorted((left, right) -> left.sortKey().compareTo(right.sortKey()))
                .toList());
        inputs.given("ids in order", messages);
        messages.forEach(message -> room.post("launch", message));
        Collections.reverse(messages);

        assertThat(room.latest("launch", 60)).as("all 60, newest first").containsExactlyElementsOf(messages);
        assertThat(room.latest("launch", 20)).as("the newest 20").containsExactlyElementsOf(messages.subList(0, 20));
    }

    /** The hash of this word is the least of all numbers, whose absolute value is itself. */
    @Test
    @Order(2)
    void no_hash_is_too_small_for_a_shard() {
        Message odd = message("polygenelubricants", 1);
        room.post("launch", odd);

        assertThat(room.latest("launch", 5))
                .as("after one message, whose id has the hash %,d", odd.id().hashCode())
                .containsExactly(odd);
    }

    @Test
    @Order(3)
    void rooms_are_apart() {
        room.post("launch", message("m-1", 1));
        room.post("encore", message("m-2", 2));

        assertThat(room.latest("launch", 5)).containsExactly(message("m-1", 1));
        assertThat(room.latest("empty", 5)).isEmpty();
    }

    /** "Aa" and "BB" have one hash, so do all words made of them. */
    @Test
    @Order(4)
    void all_of_the_newest_may_be_in_one_shard(Lab lab, Inputs inputs) {
        List<String> ids =
                inputs.given("ids of one hash", List.of("AaAaAa", "AaAaBB", "AaBBAa", "AaBBBB", "BBAaAa", "BBAaBB"));
        List<Message> messages = new ArrayList<>();
        for (String id : ids) {
            messages.add(0, new Message(id, START.plusMillis(messages.size()), "x".repeat(650)));
            room.post("launch", messages.get(0));
        }
        int mark = lab.meter().mark();

        assertThat(room.latest("launch", 5)).as("the newest 5 of 6").containsExactlyElementsOf(messages.subList(0, 5));
        assertThat(lab.meter().linesSince(mark))
                .as("requests; five messages of 700 bytes cost half a read unit")
                .allSatisfy(line -> assertThat(line.readUnits()).isLessThanOrEqualTo(0.5));
    }

    private static Message message(String id, int millis) {
        return new Message(id, START.plusMillis(millis), "So beautiful.");
    }
}
