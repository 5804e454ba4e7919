// Misconception: Two calls in a row show what two calls at once would do.
// Held by: the original MangaAssist write-up, Q3 (a strong read before the write is called a uniqueness check)
// Rejected by: read_then_put
package dojo.c04_conditional_writes.e6_catch_the_duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.junit.LabTable;
import dojo.lab.junit.Race;
import dojo.lab.junit.WithLab;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@WithLab
class MyTurnLogTest {
    private static final Turn QUESTION = new Turn("r-17", "user", "Is volume 7 in stock?");
    private static final Turn YES = new Turn("r-18", "assistant", "Yes.");
    private static final Append APPENDED = new Append.Appended();
    private static final Append ALREADY_THERE = new Append.AlreadyThere();

    private final LabTable table;
    private final Race race;
    private Instant now = Instant.parse("2026-11-22T12:00:00Z");

    MyTurnLogTest(DynamoDbClient ddb, LabTable table) {
        this.table = table;
        race = Race.on(ddb);
    }

    @Test
    void a_retry_comes_later_and_elsewhere() {
        assertThat(server().append("s-42", 1, QUESTION)).isEqualTo(APPENDED);
        now = now.plusMillis(40);

        assertThat(server().append("s-42", 1, QUESTION)).isEqualTo(ALREADY_THERE);
        assertThat(conversation()).containsExactly(QUESTION);
    }

    @Test
    void a_retry_comes_in_other_words() {
        server().append("s-42", 1, QUESTION);
        Append told = server().append("s-42", 1, new Turn("r-17", "user", "Have you got volume 7?"));

        assertThat(conversation()).containsExactly(QUESTION);
        assertThat(told).isEqualTo(ALREADY_THERE);
    }

    @Test
    void a_retry_comes_after_a_dozen_other_turns() {
        for (int position = 1; position <= 13; position++) {
            server().append("s-42", position, new Turn("r-" + position, "user", "message " + position));
            now = now.plusMillis(40);
        }
        server().append("s-42", 1, new Turn("r-1", "user", "message 1"));

        assertThat(conversation()).hasSize(13);
    }

    @Test
    void a_turn_is_delivered_twice_at_once() {
        TurnLog log = server();
        List<Append> told = List.of(log.append("s-42", 1, QUESTION), log.append("s-42", 1, QUESTION));

        assertThat(told).containsExactlyInAnyOrder(APPENDED, ALREADY_THERE);
        assertThat(conversation()).containsExactly(QUESTION);
    }

    @Test
    void two_turns_claim_one_position() {
        server().append("s-42", 1, QUESTION);
        Append told = server().append("s-42", 1, YES);

        assertThat(told).isIn(APPENDED, new Append.Conflict(QUESTION));
        assertThat(conversation().contains(YES)).isEqualTo(told.equals(APPENDED));
        assertThat(conversation()).contains(QUESTION);
    }

    @Test
    void the_same_words_twice_are_two_turns() {
        Turn yesAgain = new Turn("r-19", "assistant", "Yes.");
        server().append("s-42", 1, YES);

        assertThat(server().append("s-42", 2, yesAgain)).isEqualTo(APPENDED);
        assertThat(conversation()).containsExactly(YES, yesAgain);
    }

    /** A server that knows only what the table knows. */
    private TurnLog server() {
        return new TurnLog(race.client(), table.name(), () -> now);
    }

    private List<Turn> conversation() {
        return Conversation.read(table.backstage(), table.name(), "s-42");
    }
}
