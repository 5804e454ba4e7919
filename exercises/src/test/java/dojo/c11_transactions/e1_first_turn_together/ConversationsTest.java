package dojo.c11_transactions.e1_first_turn_together;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.junit.Costs;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.util.List;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@WithLab
@WithTable
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ConversationsTest {
    private static final Turn HELLO = new Turn("r-1", "user", "Where is my parcel?");
    private static final Turn OTHERS = new Turn("r-9", "user", "Do you sell gift cards?");

    private final LabTable table;
    private final Conversations conversations;
    private final String request;

    ConversationsTest(DynamoDbClient ddb, LabTable table) {
        this.table = table;
        conversations = new Conversations(ddb, table.name());
        request = "q-100-" + Integer.toHexString(table.name().hashCode()); // DynamoDB remembers them for ten minutes
    }

    @Test
    @Order(1)
    void a_session_opens_with_its_first_turn() {
        assertThat(conversations.open(request, "s-42", HELLO)).isEqualTo(new Opening.Opened());

        assertThat(stored()).containsExactly("META opened by " + request + ", turns: 1", "TURN#000000000001 with r-1");
    }

    @Test
    @Order(2)
    void a_taken_session_is_left_alone() {
        table.put(Items.meta("s-42", "q-7", 12));
        table.put(Items.firstTurn("s-42", OTHERS));

        assertThat(conversations.open(request, "s-42", HELLO)).isEqualTo(new Opening.SessionTaken());
        assertThat(stored()).containsExactly("META opened by q-7, turns: 12", "TURN#000000000001 with r-9");
    }

    @Test
    @Order(3)
    @Costs(requests = 1, readUnits = 0, writeUnits = 4)
    void a_taken_turn_leaves_no_session_behind() {
        table.put(Items.firstTurn("s-42", OTHERS));

        assertThat(conversations.open(request, "s-42", HELLO)).isEqualTo(new Opening.TurnTaken());
        assertThat(stored()).containsExactly("TURN#000000000001 with r-9");
    }

    private List<String> stored() {
        return table.items("SESSION#s-42").stream().map(Items::brief).toList();
    }
}
