package dojo.session.rivals;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.item.ItemSize;
import dojo.lab.junit.Costs;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import dojo.session.Append;
import dojo.session.NewSession;
import dojo.session.Position;
import dojo.session.SessionId;
import dojo.session.Turn;
import dojo.session.Window;
import dojo.session.dynamo.DynamoSessionMemory;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The bill of single calls, by the lab's own meter. */
@WithLab
@WithTable
class ChatTurnCostsTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-22T12:00:00Z"));
    private static final Turn KILOBYTE = Turn.user("m-1", "x".repeat(875));

    private final LabTable table;
    private final DynamoSessionMemory memory;
    private final DynamoSessionMemory backstage;
    private Position at;

    ChatTurnCostsTest(DynamoDbClient client, LabTable table) {
        this.table = table;
        this.memory = DynamoSessionMemory.on(client, table.name(), CLOCK);
        this.backstage = DynamoSessionMemory.on(table.backstage(), table.name(), CLOCK);
        this.at = backstage.create(NewSession.of("s-42")).positionOrThrow();
    }

    @Test
    @Costs(writeUnits = 1, readUnits = 0, requests = 1)
    void appending_an_item_of_at_most_a_kilobyte_is_one_unit_in_one_request() {
        assertThat(memory.append(at, KILOBYTE)).isInstanceOf(Append.Appended.class);

        assertThat(ItemSize.bytes(table.items("SESSION#s-42").get(1))).isBetween(1_000L, 1_024L);
    }

    @Test
    @Costs(writeUnits = 3, readUnits = 4.5, requests = 5)
    void a_chat_turn_within_a_quarter_of_an_hour_is_five_requests() {
        Script script = Script.of(11);
        for (int i = 0; i < 20; i++) {
            at = append(backstage, script.question());
            at = append(backstage, script.answer());
        }

        at = append(memory, script.question());
        memory.load(SessionId.of("s-42"), Window.latest(20).eventually());
        at = append(memory, script.answer());
    }

    private Position append(DynamoSessionMemory to, Said said) {
        Turn turn = said.byUser() ? Turn.user(said.id(), said.text()) : Turn.assistant(said.id(), said.text());
        return to.append(at, turn).positionOrThrow();
    }
}
