package dojo.session.dynamo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dojo.lab.junit.Costs;
import dojo.lab.junit.LabTable;
import dojo.session.NewSession;
import dojo.session.Pause;
import dojo.session.Position;
import dojo.session.SessionId;
import dojo.session.StoredTurn;
import dojo.session.Transcript;
import dojo.session.Turn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@WithSessionTable
class ReadTranscriptTest {
    private static final SessionId SESSION = SessionId.of("s-42");

    private final Hands clock = new Hands();
    private final DynamoSessionMemory memory;
    private final DynamoSessionMemory backstage;

    ReadTranscriptTest(DynamoDbClient client, LabTable table) {
        this.memory = DynamoSessionMemory.on(client, table.name(), clock, Pause.NONE);
        this.backstage = DynamoSessionMemory.on(table.backstage(), table.name(), clock, Pause.NONE);
    }

    @Test
    @Costs(requests = 2, readUnits = 2)
    void a_part_is_two_requests_and_says_whether_more_follow() {
        turns(7, "turn");

        Transcript part = memory.read(SESSION, 2, 3);

        assertThat(part).isInstanceOfSatisfying(Transcript.Part.class, read -> {
            assertThat(read.turns()).extracting(StoredTurn::number).containsExactly(3L, 4L, 5L);
            assertThat(read.more()).isTrue();
        });
    }

    @Test
    void the_last_part_says_so_even_if_it_is_exactly_full() {
        turns(6, "turn");

        assertThat(((Transcript.Part) memory.read(SESSION, 3, 3)).more()).isFalse();
        assertThat(((Transcript.Part) memory.read(SESSION, 2, 3)).more()).isTrue();
        assertThat(memory.read(SESSION, 6, 3).turnsOrThrow()).isEmpty();
    }

    @Test
    void a_conversation_of_more_than_a_megabyte_is_read_to_its_end() {
        turns(6, "x".repeat(300_000));

        List<Long> numbers = new ArrayList<>();
        Transcript.Part part;
        do {
            part = (Transcript.Part) memory.read(SESSION, numbers.size(), 5);
            part.turns().forEach(turn -> numbers.add(turn.number()));
        } while (part.more());

        assertThat(numbers).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
    }

    @Test
    void what_is_over_is_absent_and_a_restarted_conversation_begins_empty() {
        turns(3, "turn");
        memory.restart(SESSION);
        assertThat(memory.read(SESSION, 0, 10).turnsOrThrow()).isEmpty();

        clock.advance(Duration.ofHours(3));
        assertThat(memory.read(SESSION, 0, 10)).isInstanceOf(Transcript.Absent.class);
        assertThatThrownBy(() -> memory.read(SESSION, 0, 10).turnsOrThrow()).hasMessageContaining("create it first");
    }

    @Test
    void senseless_limits_are_refused() {
        assertThatThrownBy(() -> memory.read(SESSION, -1, 10)).hasMessageContaining("got -1");
        assertThatThrownBy(() -> memory.read(SESSION, 0, 0)).hasMessageContaining("1 to 10,000 turns, got 0");
    }

    private void turns(int count, String text) {
        Position at = backstage
                .create(NewSession.of("s-42").lasting(Duration.ofHours(2)))
                .positionOrThrow();
        for (int i = 1; i <= count; i++) {
            at = backstage.append(at, Turn.user("t-" + i, text)).positionOrThrow();
        }
    }
}
