package dojo.c04_conditional_writes.e2_append_once;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.junit.Inputs;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.Race;
import dojo.lab.junit.Seed;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@WithLab
@WithTable
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TurnLogHiddenTest {
    private static final Append APPENDED = new Append.Appended();
    private static final Append ALREADY_THERE = new Append.AlreadyThere();
    private static final Turn LEFT_TAB = new Turn("r-31", "user", "Send it to Kyoto.");
    private static final Turn RIGHT_TAB = new Turn("r-32", "user", "Cancel the order.");

    private final LabTable table;
    private final Race race;
    private final TurnLog log;

    /** Moves on by a millisecond at every look, so no two attempts share one. */
    private final AtomicLong millis =
            new AtomicLong(Instant.parse("2026-11-22T09:30:00Z").toEpochMilli());

    TurnLogHiddenTest(DynamoDbClient ddb, LabTable table) {
        this.table = table;
        race = Race.on(ddb);
        log = new TurnLog(race.client(), table.name(), () -> Instant.ofEpochMilli(millis.incrementAndGet()));
    }

    @Test
    @Order(1)
    void a_taken_position_never_passes_for_stored() {
        log.append("s-42", 1, LEFT_TAB);
        Append told = log.append("s-42", 1, RIGHT_TAB);

        assertThat(conversation()).as("the turn that was there first").contains(LEFT_TAB);
        assertThatWhatWasToldIsTrue(told, RIGHT_TAB, LEFT_TAB);
    }

    @Test
    @Order(2)
    void two_tabs_at_one_position_lose_nothing() throws Exception {
        List<Append> told = race.run(() -> log.append("s-42", 1, LEFT_TAB), () -> log.append("s-42", 1, RIGHT_TAB));

        assertThat(told).as("somebody won").contains(APPENDED);
        assertThatWhatWasToldIsTrue(told.get(0), LEFT_TAB, RIGHT_TAB);
        assertThatWhatWasToldIsTrue(told.get(1), RIGHT_TAB, LEFT_TAB);
    }

    @Test
    @Order(3)
    void a_turn_delivered_twice_at_once_is_stored_once() throws Exception {
        List<Append> told = race.run(() -> log.append("s-42", 1, LEFT_TAB), () -> log.append("s-42", 1, LEFT_TAB));

        assertThat(conversation()).containsExactly(LEFT_TAB);
        assertThat(told).containsExactlyInAnyOrder(APPENDED, ALREADY_THERE);
    }

    @Test
    @Order(4)
    void many_turns_come_back_in_the_order_of_their_positions(Seed seed, Inputs inputs) {
        int count = inputs.given("turns", seed.random().nextInt(101, 120));
        List<Turn> turns = IntStream.rangeClosed(1, count)
                .mapToObj(n -> new Turn(seed.id("r") + "-" + n, "user", "message " + n))
                .toList();
        for (int i = 0; i < count; i++) {
            assertThat(log.append("s-42", i + 1, turns.get(i))).isEqualTo(APPENDED);
        }

        assertThat(conversation()).containsExactlyElementsOf(turns);
    }

    @Test
    @Order(5)
    void the_same_words_twice_are_two_turns() {
        Turn yes = new Turn("r-51", "user", "yes");
        Turn yesAgain = new Turn("r-52", "user", "yes");
        log.append("s-42", 1, yes);

        assertThat(log.append("s-42", 2, yesAgain)).isEqualTo(APPENDED);
        assertThat(conversation()).containsExactly(yes, yesAgain);
    }

    @Test
    @Order(6)
    void a_late_retry_with_other_words_keeps_the_first_words() {
        Turn first = new Turn("r-61", "assistant", "It ships today.");
        Turn next = new Turn("r-62", "user", "Thank you!");
        log.append("s-42", 1, first);
        log.append("s-42", 2, next);
        Append told = log.append("s-42", 1, new Turn("r-61", "assistant", "Today it will ship."));

        assertThat(conversation()).containsExactly(first, next);
        assertThat(told).isEqualTo(ALREADY_THERE);
    }

    /** A caller may be told that its turn is stored only if it is, and may be refused only if it is not. */
    private void assertThatWhatWasToldIsTrue(Append told, Turn turn, Turn rival) {
        assertThat(told).as("told about %s", turn).isIn(APPENDED, new Append.Conflict(rival));
        assertThat(conversation().contains(turn)).as("%s is in the log", turn).isEqualTo(told.equals(APPENDED));
    }

    private List<Turn> conversation() {
        return Conversation.read(table.backstage(), table.name(), "s-42");
    }
}
