package dojo.session.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.session.Moved;
import dojo.session.NewSession;
import dojo.session.Position;
import dojo.session.SessionId;
import dojo.session.SessionMemory;
import dojo.session.Summary;
import dojo.session.Turn;
import dojo.session.Window;
import dojo.session.dynamo.DynamoSessionMemory;
import dojo.session.dynamo.MemorySettings;
import dojo.session.dynamo.SessionHomes;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Summaries of conversations in which something was taken back, and of those that have moved. */
@WithLab
class ChangedConversationsTest {
    private static final SessionId SESSION = SessionId.of("s-42");
    private static final String HERE = "eu-central-1";
    private static final String THERE = "us-east-1";

    private final DynamoDbClient client;
    private final String table;
    private final SessionMemory memory;
    private final Scribe scribe = new Scribe();
    private final Summaries summaries;
    private Position tail;

    ChangedConversationsTest(DynamoDbClient client, LabTable table) {
        this.client = client;
        this.table = table.name();
        this.memory = in(HERE);
        this.summaries = summaries(memory, HERE);
        this.tail = memory.create(NewSession.of("s-42")).positionOrThrow();
        say(memory, 9);
        summaries.update(SESSION);
    }

    private SessionMemory in(String region) {
        return DynamoSessionMemory.on(client, table, MemorySettings.usual().region(region));
    }

    private Summaries summaries(SessionMemory over, String region) {
        return Summaries.in(over, Trigger.every(4), scribe, "scribe", "1").in(region);
    }

    private void say(SessionMemory where, int turns) {
        for (int i = 0; i < turns; i++) {
            tail = where.append(tail, Turn.user("m-" + i + tail.token().hashCode(), "said in s-42"))
                    .positionOrThrow();
        }
    }

    private Optional<Summary> latest() {
        return memory.load(SESSION, Window.latest(1)).contextOrThrow().summary();
    }

    @Test
    void a_summary_emptied_by_a_redaction_is_made_again_of_what_is_left() {
        String before = latest().flatMap(Summary::origin).orElseThrow().inputs();
        memory.redact(SESSION, 6, "said in s-42, redacted");
        assertThat(latest()).map(Summary::to).contains(4L);

        assertThat(summaries.update(SESSION).written()).isEqualTo(1);

        Summary anew = latest().orElseThrow();
        assertThat(anew.from()).isEqualTo(5);
        assertThat(anew.to()).isEqualTo(8);
        assertThat(anew.text()).isEqualTo("1-4 5-8");
        assertThat(anew.origin().orElseThrow().inputs()).isNotEqualTo(before);
        assertThat(summaries.update(SESSION).written()).isZero();
        assertThat(scribe.paid).hasSize(3);
    }

    @Test
    void a_redaction_at_the_beginning_has_the_whole_chain_made_again() {
        memory.redact(SESSION, 2, "said in s-42, redacted");
        assertThat(latest()).isEmpty();

        assertThat(summaries.update(SESSION).written()).isEqualTo(2);
        say(memory, 4);
        assertThat(summaries.update(SESSION).written()).isEqualTo(1);
        assertThat(latest()).map(Summary::text).contains("1-4 5-8 9-12");
    }

    @Test
    void a_redaction_that_changes_nothing_is_not_paid_for_again_and_again() {
        memory.redact(SESSION, 6, "said in s-42");

        assertThat(summaries.update(SESSION).complete()).isTrue();
        assertThat(scribe.paid.size()).isLessThanOrEqualTo(3);
    }

    @Test
    void a_session_at_home_elsewhere_is_left_to_the_summaries_there_before_anything_is_paid_for() {
        say(memory, 4);
        SessionMemory there = in(THERE);

        assertThat(summaries(there, THERE).update(SESSION).complete()).isTrue();
        assertThat(scribe.paid).hasSize(2);
        assertThatThrownBy(() -> summaries(there, "").update(SESSION))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Elsewhere")
                .hasMessageContaining("home");
        assertThat(latest()).map(Summary::to).contains(8L);
    }

    @Test
    void the_chain_goes_on_in_the_new_home_of_a_session_that_moved() {
        say(memory, 2);
        SessionHomes homes =
                SessionHomes.on(client, table, MemorySettings.usual().region(HERE));
        assertThat(homes.move(SESSION, THERE)).isNotInstanceOf(Moved.Absent.class);
        SessionMemory there = in(THERE);
        tail = there.load(SESSION, Window.latest(1)).contextOrThrow().tail();
        say(there, 6);

        assertThat(summaries(there, THERE).update(SESSION).written()).isEqualTo(2);
        assertThat(there.load(SESSION, Window.latest(1)).contextOrThrow().summary())
                .hasValueSatisfying(summary -> {
                    assertThat(summary.from()).isEqualTo(13);
                    assertThat(summary.text()).isEqualTo("1-4 5-8 9-12 13-16");
                });
        assertThat(scribe.paid).hasSize(4);
    }
}
