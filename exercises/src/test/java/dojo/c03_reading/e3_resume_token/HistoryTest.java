package dojo.c03_reading.e3_resume_token;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.junit.Costs;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@WithLab
@WithTable
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HistoryTest {
    private final LabTable table;
    private final History history;

    HistoryTest(DynamoDbClient ddb, LabTable table) {
        this.table = table;
        history = new History(ddb, table.name(), new Seal("a secret of all servers"));
    }

    @Test
    @Order(1)
    void pages_follow_each_other_to_the_end() {
        say("s-6", IntStream.rangeClosed(1, 7));

        assertThat(numbers(walk(Ask.newestFirst("s-6", 3)))).containsExactly(7, 6, 5, 4, 3, 2, 1);
        assertThat(numbers(walk(Ask.oldestFirst("s-6", 3)))).containsExactly(1, 2, 3, 4, 5, 6, 7);
    }

    @Test
    @Order(2)
    void a_turn_said_between_two_pages_repeats_nothing() {
        say("s-6", IntStream.rangeClosed(1, 7));
        Reply.Page first = page(Ask.newestFirst("s-6", 3), Optional.empty());
        say("s-6", IntStream.of(8));
        Reply.Page second = page(Ask.newestFirst("s-6", 3), first.next());

        assertThat(numbers(first.turns())).as("first page").containsExactly(7, 6, 5);
        assertThat(numbers(second.turns()))
                .as("second page, after turn 8 was said")
                .containsExactly(4, 3, 2);
    }

    @Test
    @Order(3)
    void a_token_of_another_session_is_refused() {
        say("s-42", IntStream.rangeClosed(1, 7));
        say("s-43", IntStream.rangeClosed(1, 7));
        Optional<String> bens =
                page(Ask.newestFirst("s-43", 3), Optional.empty()).next();

        assertThat(history.page(Ask.newestFirst("s-42", 3), bens))
                .as("reply for s-42 with a token of s-43")
                .isEqualTo(new Reply.Refused());
    }

    @Test
    @Order(4)
    @Costs(requests = 5, readUnits = 2.5, writeUnits = 0)
    void forty_turns_in_pages_of_ten_cost_two_and_a_half_read_units() {
        World.fill(table.backstage(), table.name());

        assertThat(walk(Ask.newestFirst("s-42", 10))).hasSize(40);
    }

    /** Turns pages until no token is left. */
    private List<Turn> walk(Ask ask) {
        Reply.Page page = page(ask, Optional.empty());
        List<Turn> turns = new ArrayList<>(page.turns());
        while (page.next().isPresent() && turns.size() < 100) {
            page = page(ask, page.next());
            turns.addAll(page.turns());
        }
        return turns;
    }

    private Reply.Page page(Ask ask, Optional<String> token) {
        Reply reply = history.page(ask, token);
        assertThat(reply).as("reply to a token that was just given out").isInstanceOf(Reply.Page.class);
        return (Reply.Page) reply;
    }

    private void say(String sessionId, IntStream numbers) {
        World.say(table.backstage(), table.name(), sessionId, numbers);
    }

    private static List<Integer> numbers(List<Turn> turns) {
        return turns.stream().map(Turn::number).toList();
    }
}
