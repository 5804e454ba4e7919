package dojo.c04_conditional_writes.e5_lease_with_fence;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.junit.Costs;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** In each check worker w-1 has just got the lease of session s-42, for 30 seconds. */
@WithLab
@WithTable
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SummariesTest {
    private final LabTable table;
    private final Pause pause;
    private final Summaries first;
    private final Summaries second;
    private Instant now = Instant.parse("2026-11-22T09:00:00Z");
    private Lease lease;

    SummariesTest(DynamoDbClient ddb, LabTable table) {
        this.table = table;
        pause = new Pause(ddb);
        first = new Summaries(pause.client(), table.name(), () -> now);
        second = new Summaries(ddb, table.name(), () -> now);
        lease = new Lease("s-42", "w-1", 0, now);
    }

    @BeforeEach
    void w1_gets_the_lease() {
        lease = first.acquire("s-42", "w-1").orElseThrow();
    }

    @Test
    @Order(1)
    void one_worker_at_a_time() {
        now = now.plusSeconds(29);
        assertThat(second.acquire("s-42", "w-2")).as("w-2, after 29 seconds").isEmpty();

        now = now.plusSeconds(1);
        assertThat(second.acquire("s-42", "w-2")).as("w-2, after 30 seconds").isPresent();
    }

    @Test
    @Order(2)
    @Costs(requests = 1, readUnits = 0, writeUnits = 1)
    void the_holder_saves_for_one_write_unit() {
        assertThat(first.save(lease, "Mina wants volume 7.")).isTrue();

        assertThat(summary()).contains("Mina wants volume 7.");
    }

    /** Garbage collection stops w-1 after its last look at the clock, and before its write leaves the machine. */
    @Test
    @Order(3)
    void a_holder_that_wakes_up_too_late_writes_nothing() {
        pause.beforeTheNextWrite(() -> {
            now = now.plusSeconds(45);
            Lease newer = second.acquire("s-42", "w-2").orElseThrow();
            second.save(newer, "Mina has bought volume 7.");
        });
        boolean saved = first.save(lease, "Mina wants volume 7.");

        assertThat(summary()).contains("Mina has bought volume 7.");
        assertThat(saved).as("what w-1 was told").isFalse();
    }

    @Test
    @Order(4)
    void only_the_holder_gives_the_lease_back() {
        now = now.plusSeconds(45);
        second.acquire("s-42", "w-2");
        boolean released = first.release(lease);

        assertThat(second.acquire("s-42", "w-3"))
                .as("w-3, while w-2 holds the lease")
                .isEmpty();
        assertThat(released).as("what w-1 was told").isFalse();
    }

    @Test
    @Order(5)
    void a_lease_given_back_is_free_at_once() {
        assertThat(first.release(lease)).isTrue();

        assertThat(second.acquire("s-42", "w-2")).as("w-2, right after").isPresent();
    }

    private Optional<String> summary() {
        return table.items("SESSION#s-42").stream()
                .flatMap(item -> Keys.summaryText(item).stream())
                .findFirst();
    }
}
