package dojo.c03_reading.e5_handoff;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.junit.Inputs;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.Seed;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.util.List;
import java.util.Optional;
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
class HandoffHiddenTest {
    private final DynamoDbClient ddb;
    private final LabTable table;
    private final Handoff handoff;

    HandoffHiddenTest(DynamoDbClient ddb, LabTable table) {
        this.ddb = ddb;
        this.table = table;
        handoff = new Handoff(ddb, table.name());
    }

    @Test
    @Order(1)
    void wherever_the_summary_ends_nothing_is_missing_or_double(Seed seed, Inputs inputs) {
        Random random = seed.random();
        int turns = inputs.given("turns", random.nextInt(25, 45));
        int windows = inputs.given("summaries", random.nextInt(1, 4));
        int coversTo = inputs.given("the last one covers to", random.nextInt(windows, 9));
        say("s-70", turns);
        for (int window = 1; window < windows; window++) {
            handoff.store("s-70", World.summary(window, window));
        }
        handoff.store("s-70", World.summary(windows, coversTo));

        assertThat(numbers(handoff.dossier("s-70"))).isEqualTo(range(coversTo + 1, turns));
    }

    @Test
    @Order(2)
    void a_summary_may_cover_everything() {
        say("s-71", 5);
        handoff.store("s-71", World.summary(1, 5));

        assertThat(handoff.dossier("s-71"))
                .extracting(Dossier::summary, HandoffHiddenTest::numbers)
                .containsExactly(Optional.of(World.summary(1, 5)), List.of());
    }

    @Test
    @Order(3)
    void a_late_retry_is_not_the_newest_summary() {
        say("s-72", 9);
        handoff.store("s-72", World.summary(1, 3));
        handoff.store("s-72", World.summary(2, 6));
        handoff.store("s-72", World.summary(1, 3));
        Dossier dossier = handoff.dossier("s-72");

        assertThat(dossier.summary()).as("newest summary").contains(World.summary(2, 6));
        assertThat(numbers(dossier)).containsExactly(7, 8, 9);
    }

    @Test
    @Order(4)
    void turns_of_many_pages_are_all_there(Inputs inputs) {
        int bytes = inputs.given("bytes of a turn", 300_000);
        World.say(table.backstage(), table.name(), "s-73", IntStream.rangeClosed(1, 8), bytes);
        handoff.store("s-73", World.summary(1, 1));

        assertThat(numbers(handoff.dossier("s-73"))).isEqualTo(range(2, 8));
    }

    @Test
    @Order(5)
    void a_summary_that_comes_in_between_leaves_no_gap(Inputs inputs) {
        say("s-74", 12);
        handoff.store("s-74", World.summary(1, 4));
        inputs.given("behind the first answer", "summary 2 is stored, it covers to 9; then turns 1 to 9 are erased");
        Handoff interrupted = interruptedBy("s-74", World.summary(2, 9));

        assertThatNothingIsMissing(interrupted.dossier("s-74"), 12);
    }

    @Test
    @Order(6)
    void a_summary_of_everything_that_comes_in_between_is_seen(Inputs inputs) {
        say("s-75", 7);
        handoff.store("s-75", World.summary(1, 4));
        inputs.given("behind the first answer", "summary 2 is stored, it covers to 7; then turns 1 to 7 are erased");
        Handoff interrupted = interruptedBy("s-75", World.summary(2, 7));

        assertThatNothingIsMissing(interrupted.dossier("s-75"), 7);
    }

    /** A handoff that gets its first answer just before this summary is stored and what it covers erased. */
    private Handoff interruptedBy(String sessionId, Summary summary) {
        DynamoDbClient interrupted = Interrupted.afterTheFirstRead(ddb, () -> {
            new Handoff(table.backstage(), table.name()).store(sessionId, summary);
            Interrupted.erase(table, sessionId, IntStream.rangeClosed(1, summary.coversTo()));
        });
        return new Handoff(interrupted, table.name());
    }

    private static void assertThatNothingIsMissing(Dossier dossier, int newestTurn) {
        int covered = dossier.summary().map(Summary::coversTo).orElse(0);
        String summary = dossier.summary().map(Summary::toString).orElse("no summary");
        assertThat(numbers(dossier)).as("turns behind %s", summary).isEqualTo(range(covered + 1, newestTurn));
    }

    private void say(String sessionId, int turns) {
        World.say(table.backstage(), table.name(), sessionId, IntStream.rangeClosed(1, turns), 180);
    }

    private static List<Integer> numbers(Dossier dossier) {
        return dossier.turns().stream().map(Turn::number).toList();
    }

    private static List<Integer> range(int first, int last) {
        return IntStream.rangeClosed(first, last).boxed().toList();
    }
}
