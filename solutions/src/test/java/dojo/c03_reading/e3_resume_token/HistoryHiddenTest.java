package dojo.c03_reading.e3_resume_token;

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
class HistoryHiddenTest {
    private static final String SECRET = "a secret of all servers";

    private final DynamoDbClient ddb;
    private final LabTable table;
    private final History history;

    HistoryHiddenTest(DynamoDbClient ddb, LabTable table) {
        this.ddb = ddb;
        this.table = table;
        history = new History(ddb, table.name(), new Seal(SECRET));
    }

    @Test
    @Order(1)
    void the_turn_at_the_bookmark_may_be_gone(Seed seed, Inputs inputs) {
        Random random = seed.random();
        int newest = inputs.given("newest turn", random.nextInt(14, 22));
        int size = inputs.given("size of a page", random.nextInt(3, 6));
        say("s-70", newest);
        Reply.Page first = page(Ask.newestFirst("s-70", size), Optional.empty());
        int last = inputs.given("erased: the last turn shown", newest - size + 1);
        inputs.given("erased as well", newest + " and " + (last - 1));
        World.erase(table.backstage(), table.name(), "s-70", IntStream.of(last, newest, last - 1));
        List<Integer> behind = IntStream.iterate(last - 2, n -> n > last - 2 - size, n -> n - 1)
                .boxed()
                .toList();
        assertThat(history.page(Ask.newestFirst("s-70", size), first.next()))
                .as("reply after the erasures")
                .isInstanceOfSatisfying(
                        Reply.Page.class, next -> assertThat(numbers(next)).isEqualTo(behind));
    }

    @Test
    @Order(2)
    void what_was_said_behind_the_bookmark_is_shown() {
        say("s-71", 4);
        Optional<String> next =
                page(Ask.oldestFirst("s-71", 3), Optional.empty()).next();
        World.say(table.backstage(), table.name(), "s-71", IntStream.of(5, 6));
        assertThat(numbers(page(Ask.oldestFirst("s-71", 5), next))).containsExactly(4, 5, 6);
    }

    @Test
    @Order(3)
    void a_token_of_the_other_order_is_refused() {
        say("s-72", 9);
        Optional<String> upwards =
                page(Ask.newestFirst("s-72", 3), Optional.empty()).next();
        assertThat(history.page(Ask.oldestFirst("s-72", 3), upwards))
                .as("reply to oldest first, with a token of newest first")
                .isEqualTo(new Reply.Refused());
    }

    @Test
    @Order(4)
    void a_changed_token_is_refused(Seed seed, Inputs inputs) {
        String session = inputs.given("session", seed.id("s"));
        say(session, 9);
        String token =
                page(Ask.newestFirst(session, 3), Optional.empty()).next().orElseThrow();
        inputs.given("token", token);
        for (int place = 0; place < token.length(); place++) {
            String changed = Tampering.at(place, token);
            inputs.given("changed", changed);
            assertThat(history.page(Ask.newestFirst(session, 3), Optional.of(changed)))
                    .as("reply to a token changed at place %d", place)
                    .isEqualTo(new Reply.Refused());
        }
    }

    @Test
    @Order(5)
    void what_never_was_a_token_is_refused(Inputs inputs) {
        say("s-73", 9);
        for (String noise : List.of("", "3", "null", ".", "..", "TURN#000007", "MANGA \u30de", "A".repeat(999))) {
            inputs.given("token", noise);

            assertThat(history.page(Ask.newestFirst("s-73", 3), Optional.of(noise)))
                    .isEqualTo(new Reply.Refused());
        }
    }

    @Test
    @Order(6)
    void another_server_takes_the_token() {
        say("s-74", 9);
        Optional<String> next =
                page(Ask.newestFirst("s-74", 3), Optional.empty()).next();
        History otherServer = new History(ddb, table.name(), new Seal(SECRET));

        assertThat(otherServer.page(Ask.newestFirst("s-74", 3), next))
                .as("reply of another server that has the same secret")
                .isInstanceOfSatisfying(
                        Reply.Page.class, page -> assertThat(numbers(page)).containsExactly(6, 5, 4));
    }

    @Test
    @Order(7)
    void a_token_may_come_twice_and_with_another_size() {
        say("s-75", 9);
        Optional<String> next =
                page(Ask.newestFirst("s-75", 3), Optional.empty()).next();

        assertThat(numbers(page(Ask.newestFirst("s-75", 3), next))).containsExactly(6, 5, 4);
        assertThat(numbers(page(Ask.newestFirst("s-75", 5), next))).containsExactly(6, 5, 4, 3, 2);
    }

    @Test
    @Order(8)
    void an_empty_session_has_an_empty_page() {
        assertThat(numbers(page(Ask.newestFirst("s-76", 3), Optional.empty()))).isEmpty();
    }

    private Reply.Page page(Ask ask, Optional<String> token) {
        Reply reply = history.page(ask, token);
        assertThat(reply).as("reply to %s", ask).isInstanceOf(Reply.Page.class);
        return (Reply.Page) reply;
    }

    private void say(String sessionId, int turns) {
        World.say(table.backstage(), table.name(), sessionId, IntStream.rangeClosed(1, turns));
    }

    private static List<Integer> numbers(Reply.Page page) {
        return page.turns().stream().map(Turn::number).toList();
    }
}
