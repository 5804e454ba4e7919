package dojo.session.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.Lab;
import dojo.lab.junit.LabTable;
import dojo.session.Append;
import dojo.session.AsyncSessionMemory;
import dojo.session.Pause;
import dojo.session.SessionMemory;
import dojo.session.testkit.Differences;
import dojo.session.testkit.HandMovedClock;
import dojo.session.testkit.InMemorySessionMemory;
import dojo.session.testkit.Waiting;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random operations against the model and against the table: the same answers, but for the bill. */
@WithSessionTable
class DifferentialTest {
    private static final int OPERATIONS = 400;

    private final HandMovedClock clock = new HandMovedClock();
    private final MemorySettings settings = MemorySettings.usual().clock(clock).pause(Pause.NONE);
    private final SessionMemory model = InMemorySessionMemory.on(clock);
    private final Lab lab;
    private final String table;

    DifferentialTest(Lab lab, LabTable table) {
        this.lab = lab;
        this.table = table.name();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void the_table_answers_as_the_model_does(long seed) {
        SessionMemory memory = DynamoSessionMemory.on(lab.client(), table, settings);

        Differences walk = Differences.walk(model, memory, clock, seed, OPERATIONS);

        assertThat(walk.differences()).isEmpty();
        assertThat(walk.answers().keySet())
                .as("kinds of answers that were compared")
                .hasSizeGreaterThan(15)
                .contains(Append.Appended.class, Append.AlreadyThere.class, Append.Conflict.class, Append.Closed.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {6, 7})
    void so_does_the_one_that_does_not_wait(long seed) {
        AsyncSessionMemory memory = AsyncDynamoSessionMemory.on(lab.asyncClient(), table, settings);

        assertThat(Differences.walk(model, Waiting.on(memory), clock, seed, OPERATIONS)
                        .differences())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {8})
    void a_memory_with_a_fault_is_found_out(long seed) {
        // Its clock stands still, so its sessions never end.
        SessionMemory timeless = InMemorySessionMemory.on(new HandMovedClock());

        assertThat(Differences.walk(model, timeless, clock, seed, OPERATIONS).differences())
                .isNotEmpty();
    }
}
