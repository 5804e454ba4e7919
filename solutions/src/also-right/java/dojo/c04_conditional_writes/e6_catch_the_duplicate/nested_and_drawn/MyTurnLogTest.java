// Idea: Tests in nested classes, one for each promise, with ids drawn from the seed of the run.
package dojo.c04_conditional_writes.e6_catch_the_duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.junit.LabTable;
import dojo.lab.junit.Race;
import dojo.lab.junit.Seed;
import dojo.lab.junit.WithLab;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@WithLab
class MyTurnLogTest {
    private Instant now = Instant.parse("2026-11-22T12:00:00Z");
    private Race race;
    private LabTable table;
    private String session;
    private Turn turn;

    @BeforeEach
    void open(DynamoDbClient ddb, LabTable fresh, Seed seed) {
        race = Race.on(ddb);
        table = fresh;
        session = seed.id("s");
        turn = new Turn(seed.id("r"), "user", "Same words.");
    }

    @Nested
    class ARetry {
        @Test
        void at_the_same_moment() throws Exception {
            TurnLog log = server();
            race.run(() -> log.append(session, 1, turn), () -> log.append(session, 1, turn));
            assertThat(conversation()).containsExactly(turn);
        }

        @Test
        void long_after_and_elsewhere() {
            server().append(session, 1, turn);
            for (int position = 2; position <= 20; position++) {
                append("r-" + position, position);
            }
            now = now.plusSeconds(3600);
            server().append(session, 1, new Turn(turn.responseId(), "user", "Other words."));
            assertThat(conversation()).hasSize(20).startsWith(turn);
        }
    }

    @Nested
    class Rivals {
        @Test
        void nobody_is_told_what_is_not_true() {
            server().append(session, 1, turn);
            Append told = append("r-rival", 1);
            assertThat(conversation().size() == 2).isEqualTo(told instanceof Append.Appended);
            assertThat(told).isNotInstanceOf(Append.AlreadyThere.class);
        }
    }

    private Append append(String responseId, int position) {
        now = now.plusMillis(40);
        return server().append(session, position, new Turn(responseId, "user", turn.content()));
    }

    private TurnLog server() {
        return new TurnLog(race.client(), table.name(), () -> now);
    }

    private List<Turn> conversation() {
        return Conversation.read(table.backstage(), table.name(), session);
    }
}
