package dojo.c11_transactions.e5_torn_read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dojo.lab.Lab;
import dojo.lab.junit.Costs;
import dojo.lab.junit.Inputs;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.Seed;
import dojo.lab.junit.StoppedProcess;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@WithLab(laws = """
        [pace]
        [conflicts]
        """)
@WithTable
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MemoriesHiddenTest {
    private static final Duration LONGEST_TEAR = Duration.ofMillis(7);
    private static final int MOST_READS = 10;

    private final DynamoDbClient ddb;
    private final LabTable table;
    private final Memories memories;
    private final Summariser summariser;

    MemoriesHiddenTest(Lab lab, DynamoDbClient ddb, LabTable table) {
        this.ddb = ddb;
        this.table = table;
        memories = new Memories(ddb, table.name());
        summariser = new Summariser(lab, table);
    }

    @Test
    @Order(1)
    void a_summary_that_is_ahead_of_its_session_is_half_a_summary_too(Seed seed, Inputs inputs) {
        int revision = inputs.given("summaries so far", seed.random().nextInt(1, 9));
        summariser.has(revision);
        summariser.isHalfDone(revision + 1, true, LONGEST_TEAR);

        assertThat(memories.load("s-42")).isIn(Summariser.memory(revision), Summariser.memory(revision + 1));
    }

    @Test
    @Order(2)
    void the_first_summary_is_never_seen_without_its_session() {
        summariser.has(0);
        summariser.isHalfDone(1, true, LONGEST_TEAR);

        assertThat(memories.load("s-42")).isIn(Memory.NONE, Summariser.memory(1));
    }

    @Test
    @Order(3)
    void a_session_is_never_seen_without_its_first_summary() {
        summariser.has(0);
        summariser.isHalfDone(1, false, LONGEST_TEAR);

        assertThat(memories.load("s-42")).isIn(Memory.NONE, Summariser.memory(1));
    }

    @Test
    @Order(4)
    void a_session_that_is_not_there_remembers_nothing() {
        assertThat(memories.load("s-42")).isEqualTo(Memory.NONE);
    }

    @Test
    @Order(5)
    void items_that_never_agree_are_reported() {
        summariser.has(1);
        table.put(Items.summary("s-42", 7, "restored by hand"));
        Memories patient = new Memories(StoppedProcess.after(MOST_READS, ddb), table.name());

        assertThatThrownBy(() -> patient.load("s-42"))
                .as("META of revision 1 and SUMMARY of revision 7, for ever")
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    @Order(6)
    @Costs(readUnits = 1)
    void the_turns_of_a_session_are_not_paid_for(Inputs inputs) {
        summariser.has(1);
        for (int number = 1; number <= inputs.given("turns of 900 bytes", 20); number++) {
            Map<String, AttributeValue> turn = new HashMap<>(Items.key("s-42", "TURN#%06d".formatted(number)));
            turn.put("text", AttributeValue.fromS("x".repeat(900)));
            table.put(turn);
        }

        assertThat(memories.load("s-42")).isEqualTo(Summariser.memory(1));
    }
}
