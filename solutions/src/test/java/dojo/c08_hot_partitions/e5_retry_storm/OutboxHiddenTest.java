package dojo.c08_hot_partitions.e5_retry_storm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dojo.lab.Lab;
import dojo.lab.capacity.CapacityLaw;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.Seed;
import dojo.lab.junit.Traffic;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import dojo.lab.law.TraceLine;
import dojo.lab.time.Scenario;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;

/** A partition that takes one write in a hundred seconds: as good as none. */
@WithLab(laws = """
                [pace]
                write = "4 ms"

                [capacity]
                partition-write-units = 0.01
                on-demand-write-units = 0.04
                """)
@WithTable
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OutboxHiddenTest {
    private final Lab lab;
    private final LabTable table;
    private final Seed seed;
    private final Traffic traffic;

    OutboxHiddenTest(Lab lab, LabTable table, Seed seed) {
        this.lab = lab;
        this.table = table;
        this.seed = seed;
        traffic = Traffic.on(lab);
    }

    @Test
    @Order(1)
    void when_nothing_is_taken_retries_stop_and_the_work_comes_back() {
        assertThat(outbox(0, table.name()).send(orders(1)))
                .as("the only one that is taken")
                .isEmpty();
        Instant begun = lab.clock().instant();
        Outbox outbox = outbox(1, table.name());
        List<Purchase> back = new ArrayList<>();
        Scenario.on(lab.clock(), seed.value())
                .atMost(Duration.ofMinutes(5))
                .task("shop", () -> back.addAll(outbox.send(orders(11).subList(1, 11))))
                .run();

        assertThat(back).as("handed back, of 10").hasSizeBetween(9, 10);
        assertThat(lab.meter().total().requests() - 1)
                .as("requests for 10 orders of which none is taken, in "
                        + Duration.between(begun, lab.clock().instant()))
                .isLessThanOrEqualTo(20);
    }

    @Test
    @Order(2)
    void shops_that_were_refused_together_do_not_come_back_together() {
        Scenario scenario = Scenario.on(lab.clock(), seed.value()).atMost(Duration.ofSeconds(90));
        IntStream.range(0, 12)
                .forEach(shop -> scenario.task(
                        "shop " + shop, () -> outbox(shop, table.name()).send(List.of(new Purchase("o-" + shop)))));
        scenario.run();
        List<Long> millis = lab.trace().lines().stream()
                .filter(line -> line.words().startsWith("throttled"))
                .map(TraceLine::at)
                .map(at -> Duration.between(
                                lab.law(CapacityLaw.class).metrics().get(0).minute(), at)
                        .toMillis())
                .filter(at -> at > 20)
                .toList();

        long most = millis.stream()
                .mapToLong(from -> millis.stream()
                        .filter(at -> at >= from && at < from + 20)
                        .count())
                .max()
                .orElse(0);
        assertThat(most)
                .as("requests of 12 shops within 20 ms, after the first 20; all came at %s", millis)
                .isLessThanOrEqualTo(6);
    }

    @Test
    @Order(3)
    void what_no_retry_can_mend_is_not_retried() {
        Throwable thrown = catchThrowable(() -> outbox(0, "no-such-table").send(orders(1)));

        assertThat(thrown).isInstanceOf(ResourceNotFoundException.class);
        assertThat(lab.meter().total().requests())
                .as("requests to a table that does not exist")
                .isEqualTo(1);
    }

    private Outbox outbox(int shop, String name) {
        return new Outbox(traffic.client(), name, lab.clock()::pass, new Random(seed.value() * 1_000 + shop));
    }

    private static List<Purchase> orders(int howMany) {
        return IntStream.range(0, howMany).mapToObj(i -> new Purchase("o-" + i)).toList();
    }
}
