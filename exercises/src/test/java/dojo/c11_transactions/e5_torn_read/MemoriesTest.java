package dojo.c11_transactions.e5_torn_read;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.Lab;
import dojo.lab.junit.Costs;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.time.Duration;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@WithLab(laws = """
        [pace]
        [conflicts]
        """)
@WithTable
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MemoriesTest {
    private final Memories memories;
    private final Summariser summariser;

    MemoriesTest(Lab lab, DynamoDbClient ddb, LabTable table) {
        memories = new Memories(ddb, table.name());
        summariser = new Summariser(lab, table);
    }

    @Test
    @Order(1)
    void a_session_without_a_summary_remembers_nothing() {
        summariser.has(0);

        assertThat(memories.load("s-42")).isEqualTo(Memory.NONE);
    }

    @Test
    @Order(2)
    @Costs(requests = 1, readUnits = 1, writeUnits = 0)
    void a_quiet_session_is_read_for_one_unit() {
        summariser.has(1);

        assertThat(memories.load("s-42")).isEqualTo(Summariser.memory(1));
    }

    @Test
    @Order(3)
    void half_of_a_summary_is_never_seen() {
        summariser.has(1);
        summariser.isHalfDone(2, false, Duration.ofMillis(6));

        assertThat(memories.load("s-42")).isIn(Summariser.memory(1), Summariser.memory(2));
    }
}
