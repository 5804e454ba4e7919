package dojo.session.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.junit.LabTable;
import dojo.session.Append;
import dojo.session.Change;
import dojo.session.Created;
import dojo.session.CustomerId;
import dojo.session.NewSession;
import dojo.session.Pause;
import dojo.session.Position;
import dojo.session.Redacted;
import dojo.session.Replaced;
import dojo.session.Restarted;
import dojo.session.Scope;
import dojo.session.SessionId;
import dojo.session.Stored;
import dojo.session.Summary;
import dojo.session.Turn;
import dojo.session.Updated;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Calls that were made before an erasure and come again after it. */
@WithSessionTable
class EraseRetriesTest {
    private static final CustomerId CUSTOMER = CustomerId.of("c-7");
    private static final SessionId SESSION = SessionId.of("s-42");
    private static final NewSession WISH = NewSession.of("s-42").ownedBy("c-7");
    private static final Turn FIRST = Turn.user("m-1", "secret 1");
    private static final List<Turn> BATCH = List.of(Turn.user("m-2", "secret 2"), Turn.assistant("m-3", "secret 3"));
    private static final Turn MARKED = Turn.user("m-4", "secret 4");
    private static final Scope MARKER = Scope.marker(Duration.ofHours(2));
    private static final Change CHANGE = Change.of().title("secret title");

    private final LabTable table;
    private final DynamoSessionMemory memory;
    private final Hands clock = new Hands();
    private final Position start;
    private final Position first;
    private final Position last;
    private final Summary summary;

    EraseRetriesTest(DynamoDbClient client, LabTable table) {
        this.table = table;
        this.memory = DynamoSessionMemory.on(client, table.name(), clock, Pause.NONE);
        this.start = memory.create(WISH).positionOrThrow();
        this.first = memory.append(start, FIRST).positionOrThrow();
        memory.append(first, BATCH);
        this.last = memory.append(SESSION, MARKED, MARKER).positionOrThrow();
        this.summary =
                new Summary(1, 2, "secret summary", Hands.NOON).of(new Summary.Origin(last, "inputs", "model", "1"));
        memory.store(SESSION, summary);
        memory.update(SESSION, CHANGE);
        memory.erase(CUSTOMER).receiptOrThrow();
    }

    @AfterEach
    void nothing_came_back() {
        assertThat(table.items().toString()).doesNotContain("secret");
    }

    @Test
    void an_append_learns_that_its_log_is_erased_wherever_it_stood() {
        assertThat(List.of(start, first, last))
                .allSatisfy(position -> assertThat(memory.append(position, FIRST))
                        .isInstanceOfSatisfying(
                                Append.Closed.class,
                                closed -> assertThat(closed.reason()).isEqualTo(Append.Reason.ERASED)));
    }

    @Test
    void a_batch_stores_nothing_neither_at_once_nor_later() {
        // Within ten minutes DynamoDB itself takes it for the transaction that it made before, and writes nothing.
        memory.append(first, BATCH);
        clock.advance(Duration.ofMinutes(11));

        assertThat(memory.append(last, BATCH)).isInstanceOf(Append.Closed.class);
    }

    @Test
    void an_append_by_marker_or_tail_finds_no_session() {
        assertThat(memory.append(SESSION, MARKED, MARKER)).isInstanceOf(Append.Closed.class);
        assertThat(memory.append(SESSION, MARKED, Scope.tail(10))).isInstanceOf(Append.Closed.class);
    }

    @Test
    void a_summary_is_refused() {
        assertThat(memory.store(SESSION, summary)).isInstanceOf(Stored.Absent.class);
    }

    @Test
    void a_change_a_redaction_a_restart_and_a_list_find_no_session() {
        assertThat(memory.update(SESSION, CHANGE)).isInstanceOf(Updated.Absent.class);
        assertThat(memory.redact(SESSION, 1, "secret again")).isInstanceOf(Redacted.Absent.class);
        assertThat(memory.restart(SESSION)).isInstanceOf(Restarted.Absent.class);
        assertThat(memory.replace(SESSION, List.of(FIRST))).isInstanceOf(Replaced.Absent.class);
    }

    @Test
    void a_create_is_refused_and_spent_once_the_customer_is_back() {
        assertThat(memory.create(WISH)).isInstanceOf(Created.Erased.class);
        memory.readmit(CUSTOMER);
        assertThat(memory.create(WISH)).isInstanceOf(Created.Spent.class);
    }

    @Test
    void none_of_it_reaches_the_session_that_uses_the_id_next() {
        Position anew = memory.create(NewSession.of("s-42")).positionOrThrow();

        memory.append(start, FIRST);
        memory.append(last, BATCH);
        assertThat(memory.store(SESSION, summary)).isInstanceOf(Stored.Restarted.class);
        assertThat(memory.replace(SESSION, List.of(Turn.user("t-1", "fresh")))).isInstanceOf(Replaced.Stored.class);
        assertThat(memory.current(SESSION).contextOrThrow().turns())
                .extracting(stored -> stored.turn().text())
                .containsExactly("fresh");
        assertThat(memory.append(anew, Turn.user("t-2", "x"))).isNotNull();
    }

    @Test
    void slots_stay_taken_until_time_to_live_would_have_freed_them_anyway() {
        assertThat(table.items("SESSION#s-42").stream()
                        .filter(item -> Items.text(item, "SK").startsWith("TURN#")))
                .hasSize(5)
                .allSatisfy(item -> assertThat(Items.whole(item, "ttl"))
                        .isEqualTo(Token.of(last).life().kept()));
    }
}
