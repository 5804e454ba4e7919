package dojo.c04_conditional_writes.e2_append_once;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.junit.Costs;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@WithLab
@WithTable
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TurnLogTest {
    private static final Turn QUESTION = new Turn("r-17", "user", "Is volume 7 in stock?");
    private static final Turn ANSWER = new Turn("r-18", "assistant", "Yes, three copies.");

    private final LabTable table;
    private final TurnLog log;
    private Instant now = Instant.parse("2026-11-22T09:00:00.123Z");

    TurnLogTest(DynamoDbClient ddb, LabTable table) {
        this.table = table;
        log = new TurnLog(ddb, table.name(), () -> now);
    }

    @Test
    @Order(1)
    @Costs(requests = 1, readUnits = 0, writeUnits = 1)
    void a_new_turn_is_stored_for_one_write_unit() {
        Append told = log.append("s-42", 1, QUESTION);

        assertThat(told).isEqualTo(new Append.Appended());
        assertThat(conversation()).containsExactly(QUESTION);
    }

    @Test
    @Order(2)
    void a_retry_stores_nothing_new() {
        log.append("s-42", 1, QUESTION);
        now = now.plusMillis(40);
        Append told = log.append("s-42", 1, QUESTION);

        assertThat(conversation()).as("turns after the retry").containsExactly(QUESTION);
        assertThat(told).as("what the retry was told").isEqualTo(new Append.AlreadyThere());
    }

    @Test
    @Order(3)
    void two_turns_of_one_millisecond_are_both_kept() {
        log.append("s-42", 1, QUESTION);
        log.append("s-42", 2, ANSWER);

        assertThat(conversation()).containsExactly(QUESTION, ANSWER);
    }

    private List<Turn> conversation() {
        return Conversation.read(table.backstage(), table.name(), "s-42");
    }
}
