package dojo.c04_conditional_writes.e6_catch_the_duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@WithLab
class MyTurnLogTest {
    private static final Turn QUESTION = new Turn("r-17", "user", "Is volume 7 in stock?");
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final LabTable table;
    private final TurnLog log;

    MyTurnLogTest(DynamoDbClient ddb, LabTable table) {
        this.table = table;
        log = new TurnLog(ddb, table.name(), () -> NOON);
    }

    @Test
    void a_new_turn_is_stored() {
        assertThat(log.append("s-42", 1, QUESTION)).isEqualTo(new Append.Appended());
        assertThat(conversation()).containsExactly(QUESTION);
    }

    @Test
    void a_retry_stores_nothing_new() {
        log.append("s-42", 1, QUESTION);
        log.append("s-42", 1, QUESTION);

        assertThat(conversation()).containsExactly(QUESTION);
    }

    private List<Turn> conversation() {
        return Conversation.read(table.backstage(), table.name(), "s-42");
    }
}
