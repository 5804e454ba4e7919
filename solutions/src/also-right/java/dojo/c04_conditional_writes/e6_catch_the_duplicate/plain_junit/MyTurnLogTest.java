// Idea: One story told with plain JUnit assertions; the turns are read by a query of the test's own.
package dojo.c04_conditional_writes.e6_catch_the_duplicate;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dojo.lab.junit.LabTable;
import dojo.lab.junit.Race;
import dojo.lab.junit.WithLab;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@WithLab
class MyTurnLogTest {
    private Instant now = Instant.EPOCH;

    @Test
    void a_long_conversation_with_every_kind_of_retry(DynamoDbClient ddb, LabTable table) throws Exception {
        Race race = Race.on(ddb);
        TurnLog left = new TurnLog(race.client(), table.name(), () -> now);
        TurnLog right = new TurnLog(race.client(), table.name(), () -> now);
        List<String> expected = new ArrayList<>();
        for (int position = 1; position <= 12; position++) {
            now = now.plusSeconds(1);
            Turn turn = new Turn("r-" + position, "user", "yes");
            assertInstanceOf(Append.Appended.class, left.append("s-42", position, turn));
            expected.add(turn.toString());
        }
        Turn late = new Turn("r-1", "user", "no");
        assertInstanceOf(Append.AlreadyThere.class, right.append("s-42", 1, late));
        now = now.plusSeconds(1);
        Turn twice = new Turn("r-13", "user", "twice");
        race.run(() -> left.append("s-42", 13, twice), () -> right.append("s-42", 13, twice));
        expected.add(twice.toString());
        assertEquals(expected, said(ddb, table));

        Turn rival = new Turn("r-14", "user", "mine");
        Append told = right.append("s-42", 13, rival);
        assertAll(
                () -> assertEquals(
                        told instanceof Append.Appended, said(ddb, table).contains(rival.toString())),
                () -> assertEquals(
                        told instanceof Append.Conflict, !said(ddb, table).contains(rival.toString())));
    }

    private static List<String> said(DynamoDbClient ddb, LabTable table) {
        return Conversation.read(ddb, table.name(), "s-42").stream()
                .map(Turn::toString)
                .toList();
    }
}
