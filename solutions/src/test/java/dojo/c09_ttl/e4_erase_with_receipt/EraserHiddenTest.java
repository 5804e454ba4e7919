package dojo.c09_ttl.e4_erase_with_receipt;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.Lab;
import dojo.lab.junit.GlobalIndex;
import dojo.lab.junit.Inputs;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.Seed;
import dojo.lab.junit.StoppedProcess;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@WithLab(laws = """
        [pace]
        [replication]
        leader-share = 0
        follower-lag-median = "5 s"
        follower-lag-tail = "9 s"
        index-lag-median = "5 s"
        index-lag-tail = "9 s"
        [[faults.rules]]
        fault = "partial-batch"
        """)
@WithTable(globalIndexes = @GlobalIndex(name = "GSI1", partitionKey = "GSI1PK", sortKey = "PK"))
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EraserHiddenTest {
    /** Before anything is found, while it is deleted, and behind the last delete, for designs of few requests and of many. */
    private static final int[] STOPS = {2, 7, 9};

    private final Lab lab;
    private final DynamoDbClient ddb;
    private final LabTable table;
    private final World world;
    private final Eraser eraser;

    EraserHiddenTest(Lab lab, DynamoDbClient ddb, LabTable table) {
        this.lab = lab;
        this.ddb = ddb;
        this.table = table;
        world = new World(table);
        eraser = eraser(ddb);
    }

    @Test
    @Order(1)
    void what_was_said_a_moment_ago_is_erased_too() {
        Chat chat = new Chat(ddb, table.name());
        chat.open("ada", "s-3", World.ALIVE);
        chat.say("ada", "s-3", "TURN#000001", "My card number is 4711.", World.ALIVE);
        Receipt receipt = eraser.erase("ada");

        assertThat(world.left()).isEqualTo(World.ben());
        assertThat(receipt.counts()).isEqualTo(Map.of("MEMBER", 3, "META", 3, "TURN", 5, "SUMMARY", 1));
    }

    @Test
    @Order(2)
    void a_session_of_more_than_one_page_is_erased_whole(Seed seed, Inputs inputs) {
        int kilobytes =
                inputs.given("kilobytes of each long turn", seed.random().nextInt(350, 390));
        for (int n = 3; n <= 6; n++) {
            table.put(Items.said("s-2", "TURN#00000" + n, "x".repeat(kilobytes * 1024), World.ALIVE));
        }
        Receipt receipt = eraser.erase("ada");

        assertThat(world.left()).isEqualTo(World.ben());
        assertThat(receipt.counts()).containsEntry("TURN", 8);
    }

    @Test
    @Order(3)
    void a_writer_that_comes_at_any_moment_leaves_nothing() {
        Chat chat = new Chat(table.backstage(), table.name());
        AtomicInteger visits = new AtomicInteger();
        DynamoDbClient busy = Meanwhile.happens(
                () -> {
                    String session = "late-" + visits.incrementAndGet();
                    chat.open("ada", session, World.ALIVE);
                    chat.say("ada", "s-2", "TURN#9" + visits, "And another thing.", World.ALIVE);
                },
                ddb);
        eraser(busy).erase("ada");

        assertThat(world.left()).as("left after %s visits of a writer", visits).isEqualTo(World.ben());
    }

    @Test
    @Order(4)
    void an_erasure_that_stops_is_finished_a_day_later() {
        for (int requests : STOPS) {
            table.backstage().deleteItem(gone -> gone.tableName(table.name()).key(Items.markerKey("ada")));
            new World(table);
            Eraser stopping = eraser(StoppedProcess.after(requests, ddb));
            Optional<Receipt> early = StoppedProcess.resultOf(() -> stopping.erase("ada"));
            lab.clock().advance(Duration.ofDays(1));
            Instant resumed = lab.clock().instant().truncatedTo(ChronoUnit.MILLIS);
            Receipt receipt = eraser.erase("ada");

            String when = "when the first attempt stopped after request " + requests;
            assertThat(world.left()).as("left " + when).isEqualTo(World.ben());
            assertThat(receipt.counts()).as("counts " + when).isEqualTo(World.COUNTS);
            if (early.isEmpty()) {
                assertThat(receipt.finishedAt()).as("finished " + when).isAfterOrEqualTo(resumed);
            }
        }
    }

    @Test
    @Order(5)
    void the_same_call_again_gives_the_same_receipt() {
        Receipt first = eraser.erase("ada");
        lab.clock().advance(Duration.ofDays(3));

        assertThat(eraser.erase("ada")).isEqualTo(first);
    }

    private Eraser eraser(DynamoDbClient client) {
        return new Eraser(client, table.name(), World.COPIES, lab.clock());
    }
}
