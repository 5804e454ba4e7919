package dojo.c03_reading.e4_batch_leftovers;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.junit.Costs;
import dojo.lab.junit.LabTable;
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
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@WithLab
@WithTable
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TurnsAtLeisureHiddenTest {
    private final LabTable table;
    private final List<Duration> pauses = new ArrayList<>();
    private final Turns turns;

    TurnsAtLeisureHiddenTest(DynamoDbClient ddb, LabTable table) {
        this.table = table;
        turns = new Turns(ddb, table.name(), pauses::add, new Random(7));
    }

    @Test
    @Order(1)
    @Costs(requests = 1, readUnits = 3, writeUnits = 0)
    void a_place_without_a_turn_is_asked_for_once() {
        turns(1, 4).forEach(turn -> table.put(turn.item()));

        assertThat(turns.load(places(turns(1, 6)))).isEqualTo(new Loaded(turns(1, 4), List.of()));
        assertThat(pauses).as("pauses").isEmpty();
    }

    @Test
    @Order(2)
    @Costs(requests = 0, readUnits = 0, writeUnits = 0)
    void nothing_to_do_is_no_request() {
        assertThat(turns.store(List.of())).isEmpty();
        assertThat(turns.load(List.of())).isEqualTo(new Loaded(List.of(), List.of()));
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
