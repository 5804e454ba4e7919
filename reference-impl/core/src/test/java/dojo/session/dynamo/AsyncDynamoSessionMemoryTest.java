package dojo.session.dynamo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dojo.lab.Lab;
import dojo.lab.junit.Costs;
import dojo.lab.junit.LabTable;
import dojo.session.Append;
import dojo.session.AsyncSessionMemory;
import dojo.session.NewSession;
import dojo.session.Pause;
import dojo.session.Position;
import dojo.session.Scope;
import dojo.session.SessionId;
import dojo.session.StoredTurn;
import dojo.session.Turn;
import dojo.session.Window;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@WithSessionTable
class AsyncDynamoSessionMemoryTest {
    private static final SessionId SESSION = SessionId.of("s-42");

    private final AsyncSessionMemory memory;
    private final DynamoSessionMemory blocking;

    AsyncDynamoSessionMemoryTest(Lab lab, LabTable table) {
        MemorySettings settings = MemorySettings.usual().clock(new Hands()).pause(Pause.NONE);
        this.memory = AsyncDynamoSessionMemory.on(lab.asyncClient(), table.name(), settings);
        this.blocking = DynamoSessionMemory.on(lab.client(), table.name(), settings);
    }

    @Test
    @Costs(requests = 6, writeUnits = 3, readUnits = 3)
    void a_conversation_costs_what_it_costs_when_one_waits() {
        List<String> texts = memory.create(NewSession.of("s-42"))
                .thenCompose(made -> memory.append(made.positionOrThrow(), Turn.user("t-1", "Is it out?")))
                .thenCompose(said -> memory.append(said.positionOrThrow(), Turn.assistant("t-2", "Since Friday.")))
                .thenCompose(said -> memory.load(SESSION, Window.latest(20)))
                .thenApply(loaded -> loaded.contextOrThrow().turns().stream()
                        .map(StoredTurn::turn)
                        .map(Turn::text)
                        .toList())
                .join();

        assertThat(texts).containsExactly("Is it out?", "Since Friday.");
    }

    @Test
    void both_forms_share_positions_and_log() {
        Position at = blocking.create(NewSession.of("s-42")).positionOrThrow();
        Position first = memory.append(at, Turn.user("t-1", "hello")).join().positionOrThrow();

        assertThat(blocking.append(at, Turn.user("t-1", "hello")).positionOrThrow())
                .isEqualTo(first);
        assertThat(memory.position(first.token())).isEqualTo(first);
        assertThat(memory.read(SESSION, 0, 10).join().turnsOrThrow()).hasSize(1);
    }

    @Test
    void many_at_once_lose_and_double_nothing() {
        blocking.create(NewSession.of("s-42").lasting(Duration.ofDays(1)));

        CompletableFuture<?>[] all = IntStream.range(0, 30)
                .mapToObj(i -> memory.append(SESSION, Turn.user("t-" + i, "turn " + i), Scope.tail(50)))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(all).join();

        assertThat(blocking.load(SESSION, Window.latest(50)).contextOrThrow().turns())
                .hasSize(30)
                .extracting(stored -> stored.turn().id().value())
                .doesNotHaveDuplicates();
    }

    @Test
    void a_restart_closes_the_log_for_both() {
        Position at = memory.create(NewSession.of("s-42")).join().positionOrThrow();
        memory.restart(SESSION).join();

        assertThat(blocking.append(at, Turn.user("t-1", "late"))).isInstanceOf(Append.Closed.class);
    }

    @Test
    void bad_arguments_are_refused_by_the_call_itself() {
        assertThatThrownBy(() -> memory.read(SESSION, -1, 5)).isInstanceOf(IllegalArgumentException.class);
    }
}
