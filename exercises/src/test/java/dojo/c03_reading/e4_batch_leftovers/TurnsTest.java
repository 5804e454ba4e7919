package dojo.c03_reading.e4_batch_leftovers;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.Lab;
import dojo.lab.junit.Costs;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
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
class TurnsTest {
    private final LabTable table;
    private final Turns turns;

    TurnsTest(Lab lab, LabTable table) {
        this.table = table;
        turns = new Turns(lab.client(), table.name(), lab.clock()::advance, new Random(1));
    }

    @Test
    @Order(1)
    void one_turn_is_stored_and_found() {
        List<Turn> one = turns(1, 1);

        assertThat(turns.store(one)).as("turns that could not be stored").isEmpty();
        assertThat(turns.load(places(one))).isEqualTo(new Loaded(one, List.of()));
    }

    @Test
    @Order(2)
    void what_was_handed_back_is_stored_too() {
        List<Turn> left = turns.store(turns(1, 25));

        assertThat(missing(stored(), 25))
                .as("numbers of the turns that are not in the table")
                .isEmpty();
        assertThat(left).as("turns that could not be stored").isEmpty();
    }

    @Test
    @Order(3)
    void what_was_handed_back_is_read_too() {
        table.putAll(turns(1, 30).stream().map(Turn::item).toList());
        Loaded loaded = turns.load(places(turns(1, 30)));

        assertThat(missing(loaded.found(), 30))
                .as("numbers of the turns that were not found")
                .isEmpty();
        assertThat(loaded.unread()).as("places that nobody has looked at").isEmpty();
    }

    @Test
    @Order(4)
    @Costs(requests = 4, readUnits = 0, writeUnits = 40)
    void forty_turns_cost_forty_write_units() {
        turns.store(turns(1, 40));

        assertThat(stored()).hasSize(40);
    }

    private static List<Integer> missing(List<Turn> there, int newest) {
        return turns(1, newest).stream()
                .filter(turn -> !there.contains(turn))
                .map(turn -> turn.place().number())
                .toList();
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
