package dojo.c03_reading.e4_batch_leftovers;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.Lab;
import dojo.lab.junit.Inputs;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.Seed;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@WithLab(laws = """
                [faults]
                [[faults.rules]]
                fault = "partial-batch"
                share = 0.97
                """)
@WithTable
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TurnsUnderPressureHiddenTest {
    private static final int BATCHES = 14;

    private final Lab lab;
    private final LabTable table;
    private final List<Duration> pauses = new ArrayList<>();

    TurnsUnderPressureHiddenTest(Lab lab, LabTable table) {
        this.lab = lab;
        this.table = table;
    }

    @Test
    @Order(1)
    void what_could_not_be_stored_is_returned(Seed seed) {
        List<Turn> left = turns(seed).store(turns(1, 25));

        assertThat(lab.meter().lines()).as("requests for one batch").hasSizeLessThanOrEqualTo(6);
        assertThat(left).as("turns that could not be stored").isNotEmpty();
        List<Turn> all = new ArrayList<>(
                table.items("SESSION#s-42").stream().map(Turn::from).toList());
        all.addAll(left);
        assertThat(all).as("turns in the table and turns returned").containsExactlyInAnyOrderElementsOf(turns(1, 25));
    }

    @Test
    @Order(2)
    void what_could_not_be_read_is_returned(Seed seed) {
        table.putAll(turns(1, 30).stream().map(Turn::item).toList());
        Loaded loaded = turns(seed).load(places(turns(1, 30)));

        assertThat(lab.meter().lines()).as("requests for one batch").hasSizeLessThanOrEqualTo(6);
        assertThat(loaded.unread()).as("places that nobody has looked at").isNotEmpty();
        List<Place> all = new ArrayList<>(places(loaded.found()));
        all.addAll(loaded.unread());
        assertThat(all).as("places found and unread").containsExactlyInAnyOrderElementsOf(places(turns(1, 30)));
    }

    @Test
    @Order(3)
    void pauses_double_and_differ(Seed seed, Inputs inputs) {
        Turns turns = turns(seed);
        List<Long> first = new ArrayList<>();
        List<Long> last = new ArrayList<>();
        for (int batch = 0; batch < inputs.given("batches that are never done", BATCHES); batch++) {
            pauses.clear();
            turns.store(turns(1, 8));
            first.add(pauses.get(0).toMillis());
            last.add(pauses.get(pauses.size() - 1).toMillis());
        }

        assertThat(last.stream().distinct())
                .as("pauses before the last attempt, in ms")
                .hasSizeGreaterThan(5);
        assertThat(average(last))
                .as("average pause before the last attempt; before the second it was %.0f ms", average(first))
                .isGreaterThan(3 * average(first));
        assertThat(last).as("pauses before the last attempt").allMatch(millis -> millis <= 30_000);
    }

    private Turns turns(Seed seed) {
        return new Turns(lab.client(), table.name(), this::pass, new Random(seed.value()));
    }

    private void pass(Duration duration) {
        pauses.add(duration);
        lab.clock().advance(duration);
    }

    private static double average(List<Long> values) {
        return values.stream().mapToLong(Long::longValue).average().orElse(0);
    }

    private static List<Turn> turns(int first, int last) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(number -> new Turn(new Place("s-42", number), "message " + number))
                .toList();
    }

    private static List<Place> places(List<Turn> turns) {
        return turns.stream().map(Turn::place).toList();
    }
}
