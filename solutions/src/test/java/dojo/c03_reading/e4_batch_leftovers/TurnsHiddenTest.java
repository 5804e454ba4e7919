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
import java.util.Collections;
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
                times = 2
                """)
@WithTable
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TurnsHiddenTest {
    private final Lab lab;
    private final LabTable table;
    private final List<Duration> pauses = new ArrayList<>();
    private final Turns turns;

    TurnsHiddenTest(Lab lab, LabTable table) {
        this.lab = lab;
        this.table = table;
        turns = new Turns(lab.client(), table.name(), this::pass, new Random(7));
    }

    @Test
    @Order(1)
    void a_pause_comes_before_each_further_attempt() {
        turns.store(turns(1, 25));

        assertThat(lab.meter().lines())
                .as("requests for one batch, of which two were done in part")
                .hasSize(3);
        assertThat(pauses).as("pauses between the three requests").hasSize(2).allMatch(pause -> pause.toMillis() > 0);
    }

    @Test
    @Order(3)
    void turns_come_in_the_order_they_were_asked_for(Seed seed, Inputs inputs) {
        table.putAll(turns(1, 20).stream().map(Turn::item).toList());
        List<Turn> shuffled = new ArrayList<>(turns(1, 20));
        Collections.shuffle(shuffled, seed.random());
        inputs.given("asked for", places(shuffled));

        assertThat(turns.load(places(shuffled)).found()).isEqualTo(shuffled);
    }

    @Test
    @Order(4)
    void two_turns_at_one_place_are_not_refused() {
        Turn first = new Turn(new Place("s-42", 1), "Is it in stock?");
        Turn better = new Turn(new Place("s-42", 1), "Is volume 7 in stock?");

        assertThat(turns.store(List.of(first, turns(2, 2).get(0), better))).isEmpty();
        assertThat(stored())
                .as("the later of two")
                .containsExactly(better, turns(2, 2).get(0));
    }

    @Test
    @Order(5)
    void a_place_named_twice_is_found_once() {
        turns(1, 2).forEach(turn -> table.put(turn.item()));
        List<Place> twice = List.of(new Place("s-42", 2), new Place("s-42", 1), new Place("s-42", 2));

        assertThat(places(turns.load(twice).found())).containsExactly(new Place("s-42", 2), new Place("s-42", 1));
    }

    @Test
    @Order(6)
    void more_than_a_batch_holds_is_no_limit(Seed seed, Inputs inputs) {
        int stored = inputs.given("turns stored", seed.random().nextInt(26, 32));
        int asked = inputs.given("places asked for, most of them empty", 100 + stored);

        assertThat(turns.store(turns(1, stored))).isEmpty();
        assertThat(turns.load(places(turns(1, asked)))).isEqualTo(new Loaded(turns(1, stored), List.of()));
    }

    private void pass(Duration duration) {
        pauses.add(duration);
        lab.clock().advance(duration);
    }

    private List<Turn> stored() {
        return table.items("SESSION#s-42").stream().map(Turn::from).toList();
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
