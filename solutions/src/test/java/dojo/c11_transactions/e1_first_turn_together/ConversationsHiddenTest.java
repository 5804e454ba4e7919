package dojo.c11_transactions.e1_first_turn_together;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.junit.Inputs;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.Race;
import dojo.lab.junit.Seed;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@WithLab
@WithTable
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ConversationsHiddenTest {
    private static final Opening OPENED = new Opening.Opened();
    private static final Opening SESSION_TAKEN = new Opening.SessionTaken();
    private static final Turn HELLO = new Turn("r-1", "user", "Where is my parcel?");
    private static final Turn OTHERS = new Turn("r-9", "user", "Do you sell gift cards?");

    private final DynamoDbClient ddb;
    private final LabTable table;
    private final Race race;
    private final Conversations conversations;
    private final String request;
    private final String otherRequest;

    ConversationsHiddenTest(DynamoDbClient ddb, LabTable table) {
        this.ddb = ddb;
        this.table = table;
        race = Race.on(ddb);
        conversations = new Conversations(race.client(), table.name());
        String run = Integer.toHexString(table.name().hashCode()); // DynamoDB remembers a request for ten minutes
        request = "q-100-" + run;
        otherRequest = "q-200-" + run;
    }

    @Test
    @Order(1)
    void a_session_without_a_turn_is_taken_too() {
        table.put(Items.meta("s-42", "q-7", 0));

        assertThat(conversations.open(request, "s-42", HELLO)).isEqualTo(SESSION_TAKEN);
        assertThat(stored()).containsExactly("META opened by q-7, turns: 0");
    }

    @Test
    @Order(2)
    void a_process_that_stops_after_one_request_leaves_both_items_or_none() {
        openThrough((number, method) -> {
            if (number > 1) {
                throw SdkClientException.create("the process stopped before request " + number);
            }
        });

        assertThat(stored().size()).as("items left behind").isIn(0, 2);
    }

    @Test
    @Order(3)
    void the_same_call_again_changes_nothing(Seed seed, Inputs inputs) {
        int turns = inputs.given("turns since then", seed.random().nextInt(2, 90));
        conversations.open(request, "s-42", HELLO);
        table.put(Items.meta("s-42", request, turns));

        assertThat(conversations.open(request, "s-42", HELLO)).isEqualTo(OPENED);
        assertThat(stored())
                .containsExactly("META opened by " + request + ", turns: " + turns, "TURN#000000000001 with r-1");
    }

    @Test
    @Order(4)
    void another_request_with_the_same_words_is_refused() {
        conversations.open(request, "s-42", HELLO);

        assertThat(conversations.open(otherRequest, "s-42", HELLO)).isEqualTo(SESSION_TAKEN);
        assertThat(stored()).containsExactly("META opened by " + request + ", turns: 1", "TURN#000000000001 with r-1");
    }

    @Test
    @Order(5)
    void of_two_callers_one_opens_the_session() throws Exception {
        List<Opening> told = race.run(
                () -> conversations.open(request, "s-42", HELLO),
                () -> conversations.open(otherRequest, "s-42", OTHERS));

        assertThat(told).containsExactlyInAnyOrder(OPENED, SESSION_TAKEN);
        boolean helloWon = told.get(0).equals(OPENED);
        assertThat(stored())
                .containsExactly(
                        "META opened by " + (helloWon ? request : otherRequest) + ", turns: 1",
                        "TURN#000000000001 with " + (helloWon ? "r-1" : "r-9"));
    }

    @Test
    @Order(6)
    void a_conflict_is_not_a_refusal(Seed seed, Inputs inputs) {
        boolean onMeta =
                inputs.given("conflict on the first item", seed.random().nextBoolean());
        Optional<Opening> told = openThrough((number, method) -> {
            if (number == 1 && method.equals("transactWriteItems")) {
                throw Interrupted.cancelled(
                        onMeta ? List.of("TransactionConflict", "None") : List.of("None", "TransactionConflict"));
            }
        });

        assertThat(told).as("told, unless the exception came out").isIn(Optional.empty(), Optional.of(OPENED));
        assertThat(stored()).as("items stored").hasSize(told.isPresent() ? 2 : 0);
    }

    private List<String> stored() {
        return table.items("SESSION#s-42").stream().map(Items::brief).toList();
    }

    /** Opens the session through a client in which something happens; empty if an exception came out. */
    private Optional<Opening> openThrough(BiConsumer<Integer, String> before) {
        DynamoDbClient client = Interrupted.client(ddb, before);
        try {
            return Optional.of(new Conversations(client, table.name()).open(request, "s-42", HELLO));
        } catch (SdkException cameOut) {
            return Optional.empty();
        }
    }
}
