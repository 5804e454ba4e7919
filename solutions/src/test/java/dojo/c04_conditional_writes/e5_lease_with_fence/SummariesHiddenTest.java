package dojo.c04_conditional_writes.e5_lease_with_fence;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@WithLab
@WithTable
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SummariesHiddenTest {
    private final DynamoDbClient ddb;
    private final LabTable table;
    private final Summaries workers;
    private Instant now = Instant.parse("2026-11-22T09:00:00Z");

    SummariesHiddenTest(DynamoDbClient ddb, LabTable table) {
        this.ddb = ddb;
        this.table = table;
        workers = onClock(() -> now);
    }

    @Test
    @Order(1)
    void the_old_holder_is_refused_as_soon_as_another_holds_the_lease() {
        Lease old = acquire(workers, "w-1");
        now = now.plusSeconds(45);
        Lease newer = acquire(onClock(() -> now), "w-2");
        Summaries slow = onClock(InstantSource.fixed(old.until().minusSeconds(1))); // w-1 still trusts its clock

        assertThat(slow.save(old, "old words")).as("w-1 was told").isFalse();
        assertThat(workers.save(newer, "new words")).as("w-2 was told").isTrue();
        assertThat(summaries()).containsExactly("new words");
    }

    @Test
    @Order(2)
    void leases_change_hands_again_and_again(Seed seed, Inputs inputs) {
        int rounds = inputs.given("rounds", seed.random().nextInt(3, 6));
        List<Lease> old = new ArrayList<>();
        for (int round = 1; round <= rounds; round++) {
            Lease lease = acquire(workers, "w-" + round);
            assertThat(workers.save(lease, "round " + round))
                    .as("round %s was saved", round)
                    .isTrue();
            assertThat(workers.release(lease))
                    .as("round %s was given back", round)
                    .isTrue();
            old.add(lease);
        }
        Lease last = acquire(workers, "w-last");

        assertThat(old).as("old leases").noneMatch(lease -> workers.save(lease, "too late"));
        assertThat(workers.save(last, "last")).as("the last holder was told").isTrue();
        assertThat(summaries()).containsExactly("last");
    }

    @Test
    @Order(3)
    void a_worker_that_was_started_again_is_another_holder() {
        Lease before = acquire(workers, "w-1");
        now = now.plusSeconds(45);
        Lease after = acquire(workers, "w-1");
        Summaries slow = onClock(InstantSource.fixed(before.until().minusSeconds(1)));

        assertThat(slow.save(before, "old words")).as("w-1 was told").isFalse();
        assertThat(slow.release(before))
                .as("told, giving the lease from before back")
                .isFalse();
        OtherProcess server = OtherProcess.with(ddb, table.name(), () -> now);
        assertThat(server.does(Rival.class)).as("w-2, on another server").isEmpty();
        assertThat(workers.save(after, "new words")).as("w-1 again").isTrue();
    }

    @Test
    @Order(4)
    void clocks_need_not_agree(Seed seed, Inputs inputs) {
        int seconds = inputs.given(
                "seconds that the clock of w-2 is behind", seed.random().nextInt(1, 20));
        Summaries behind = onClock(() -> now.minusSeconds(seconds));
        Lease first = acquire(workers, "w-1");
        workers.save(first, "first words");
        workers.release(first);
        Lease second = acquire(behind, "w-2");
        assertThat(behind.save(second, "second words")).as("w-2 was told").isTrue();
        assertThat(workers.save(first, "too late")).as("w-1 was told").isFalse();
        assertThat(summaries()).containsExactly("second words");
    }

    @Test
    @Order(5)
    void of_two_at_once_one_gets_the_lease() throws Exception {
        Race race = Race.on(ddb);
        Summaries both = new Summaries(race.client(), table.name(), () -> now);
        List<Optional<Lease>> got = race.run(() -> both.acquire("s-42", "w-1"), () -> both.acquire("s-42", "w-2"));
        assertThat(got.stream().filter(Optional::isPresent)).as("leases").hasSize(1);
    }

    @Test
    @Order(6)
    void a_worker_that_sleeps_while_it_takes_the_lease_takes_nothing_from_the_next() {
        Pause pause = new Pause(ddb);
        Summaries sleepy = new Summaries(pause.client(), table.name(), () -> now);
        List<Lease> newer = new ArrayList<>();
        pause.beforeWrite(2, () -> {
            now = now.plusSeconds(45);
            newer.add(acquire(workers, "w-2"));
        });
        Optional<Lease> late = sleepy.acquire("s-42", "w-1");
        for (Lease lease : newer) { // none, if acquiring is one write
            boolean saved = late.isPresent() && sleepy.save(late.get(), "old words");
            assertThat(saved).as("w-1 was told, while w-2 holds the lease").isFalse();
            assertThat(workers.save(lease, "new words")).as("w-2 was told").isTrue();
        }
    }

    private Summaries onClock(InstantSource clock) {
        return new Summaries(ddb, table.name(), clock);
    }

    private static Lease acquire(Summaries summaries, String worker) {
        Optional<Lease> lease = summaries.acquire("s-42", worker);
        assertThat(lease)
                .as("the lease that %s asked for, with nobody else holding it", worker)
                .isPresent();
        return lease.orElseThrow();
    }

    private List<String> summaries() {
        return table.items("SESSION#s-42").stream()
                .flatMap(item -> Keys.summaryText(item).stream())
                .toList();
    }
}
