package dojo.session.dynamo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dojo.lab.junit.Costs;
import dojo.lab.junit.LabTable;
import dojo.session.Bill;
import dojo.session.Created;
import dojo.session.Loaded;
import dojo.session.NewSession;
import dojo.session.Pause;
import dojo.session.SessionId;
import dojo.session.Turn;
import dojo.session.Window;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

@WithSessionTable
class CreateSessionTest {
    private static final NewSession GUEST = NewSession.of("s-42").lasting(Duration.ofHours(2));

    private final Hands clock = new Hands();
    private final LabTable table;
    private final DynamoSessionMemory memory;

    CreateSessionTest(DynamoDbClient client, LabTable table) {
        this.table = table;
        this.memory = DynamoSessionMemory.on(client, table.name(), clock, Pause.NONE);
    }

    @Test
    @Costs(writeUnits = 1, readUnits = 0, requests = 1)
    void a_guests_session_costs_one_write_unit_and_reports_it() {
        Created created = memory.create(GUEST);

        assertThat(created).isInstanceOf(Created.Opened.class);
        assertThat(created.bill()).isEqualTo(new Bill(1, 0, 1, false));
    }

    @Test
    @Costs(writeUnits = 7, requests = 1)
    void a_customers_session_is_a_transaction_with_its_membership_and_a_look_at_the_marker() {
        assertThat(memory.create(GUEST.ownedBy("c-7"))).isInstanceOf(Created.Opened.class);
    }

    @Test
    void guests_stay_out_of_the_index_and_customers_are_in_it() {
        memory.create(GUEST);
        memory.create(NewSession.of("s-43").ownedBy("c-7"));

        assertThat(indexed()).containsExactly("SESSION#s-43");
        assertThat(table.items("SESSION#s-42").get(0)).doesNotContainKeys("GSI1PK", "GSI1SK", "customer_id");
    }

    @Test
    void the_retry_of_the_same_wish_finds_its_session() {
        Created first = memory.create(GUEST);
        memory.append(first.positionOrThrow(), Turn.user("t-1", "Is volume 3 out?"));

        Created again = memory.create(GUEST);

        assertThat(again).isInstanceOf(Created.AlreadyThere.class);
        assertThat(again.positionOrThrow()).isEqualTo(first.positionOrThrow());
        assertThat(load("s-42").contextOrThrow().turns()).hasSize(1);
    }

    @Test
    void the_retry_that_the_sdk_makes_itself_meets_its_own_item() {
        LostAnswers law = LostAnswers.to(PutItemRequest.class);
        try (Troubled troubled = Troubled.by(law)) {
            law.lose(1);

            assertThat(troubled.memory.create(GUEST)).isInstanceOf(Created.AlreadyThere.class);
        }
    }

    @Test
    void somebody_elses_live_session_is_refused_and_left_alone() {
        memory.create(GUEST.ownedBy("c-7"));

        Created other = memory.create(NewSession.of("s-42").ownedBy("c-8"));

        assertThat(other).isEqualTo(new Created.Live(Hands.NOON.plus(Duration.ofHours(2)), new Bill(1, 0, 6, true)));
        assertThat(load("s-42").contextOrThrow().customer()).hasToString("Optional[c-7]");
    }

    @Test
    void an_expired_session_is_reclaimed_long_before_it_is_deleted() {
        Created old = memory.create(GUEST);
        memory.append(old.positionOrThrow(), Turn.user("t-1", "from the old session"));
        clock.advance(Duration.ofHours(2));

        Created reclaimed = memory.create(NewSession.of("s-42"));

        assertThat(reclaimed).isInstanceOf(Created.Reclaimed.class);
        assertThat(load("s-42").contextOrThrow().turns()).isEmpty();
    }

    @Test
    void a_session_lives_until_the_second_of_its_expiry_and_not_longer() {
        memory.create(GUEST);
        clock.advance(Duration.ofHours(2).minusMillis(1));
        assertThat(memory.create(NewSession.of("s-42"))).isInstanceOf(Created.Live.class);

        clock.advance(Duration.ofMillis(1));
        assertThat(load("s-42")).isInstanceOf(Loaded.Absent.class);
    }

    @Test
    void a_late_retry_does_not_bring_its_expired_session_back() {
        memory.create(GUEST);
        clock.advance(Duration.ofHours(3));

        assertThat(memory.create(GUEST)).isInstanceOf(Created.Spent.class);
        assertThat(load("s-42")).isInstanceOf(Loaded.Absent.class);
    }

    @Test
    void a_request_id_used_twice_for_different_customers_is_noticed() {
        memory.create(GUEST.requestedAs("r-1").ownedBy("c-7"));

        assertThat(memory.create(GUEST.requestedAs("r-1").ownedBy("c-8"))).isInstanceOf(Created.Mismatch.class);
    }

    @Test
    @Costs(writeUnits = 14, requests = 2)
    void taking_over_another_customers_expired_session_takes_a_second_transaction() {
        DynamoSessionMemory backstage = DynamoSessionMemory.on(table.backstage(), table.name(), clock, Pause.NONE);
        backstage.create(GUEST.ownedBy("c-7"));
        clock.advance(Duration.ofHours(2));

        Created reclaimed = memory.create(NewSession.of("s-42").ownedBy("c-8"));

        assertThat(reclaimed).isInstanceOf(Created.Reclaimed.class);
        assertThat(reclaimed.bill().requests()).isEqualTo(2);
        assertThat(indexed()).containsExactly("SESSION#s-42");
    }

    @Test
    void a_guest_who_takes_over_a_customers_expired_session_takes_it_out_of_the_index() {
        memory.create(GUEST.ownedBy("c-7"));
        clock.advance(Duration.ofHours(2));

        memory.create(NewSession.of("s-42"));

        assertThat(indexed()).isEmpty();
    }

    @Test
    void the_epoch_rises_even_if_the_clock_went_back_behind_the_old_one() {
        memory.create(GUEST.lasting(Duration.ofSeconds(1)));
        clock.advance(Duration.ofMillis(1));
        memory.restart(SessionId.of("s-42"));
        // The session expires at its second, while the epoch that the restart chose lies ahead of this clock.
        clock.advance(Duration.ofSeconds(1));
        raiseEpochBeyond(clock.instant().plusSeconds(60).toEpochMilli());

        Created reclaimed = memory.create(NewSession.of("s-42"));

        assertThat(reclaimed).isInstanceOf(Created.Reclaimed.class);
        assertThat(((Token) reclaimed.positionOrThrow()).epoch())
                .isEqualTo(clock.instant().plusSeconds(60).toEpochMilli() + 1);
    }

    @Test
    void turns_whose_head_was_deleted_first_are_not_met_by_the_next_session() {
        Created old = memory.create(GUEST);
        memory.append(old.positionOrThrow(), Turn.user("t-1", "left behind"));
        clock.advance(Duration.ofDays(9));
        table.backstage().deleteItem(delete -> delete.tableName(table.name()).key(Keys.meta(SessionId.of("s-42"))));

        Created anew = memory.create(NewSession.of("s-42"));

        assertThat(anew).isInstanceOf(Created.Opened.class);
        assertThat(load("s-42").contextOrThrow().turns()).isEmpty();
        assertThat(memory.append(anew.positionOrThrow(), Turn.user("t-2", "first of the new one"))
                        .positionOrThrow())
                .isNotNull();
    }

    @Test
    void of_many_who_open_the_same_session_exactly_one_does() {
        List<Created> answers = IntStream.range(0, 16)
                .parallel()
                .mapToObj(i -> memory.create(NewSession.of("s-42").ownedBy("c-" + i)))
                .toList();

        assertThat(answers).filteredOn(Created.Opened.class::isInstance).hasSize(1);
        assertThat(answers).filteredOn(Created.Live.class::isInstance).hasSize(15);
    }

    @Test
    @Costs(requests = 0)
    void bad_names_are_refused_before_any_request() {
        assertThatThrownBy(() -> NewSession.of(" ")).hasMessageContaining("must not be blank");
        assertThatThrownBy(() -> NewSession.of("a#b")).hasMessageContaining("\"a#b\"");
        assertThatThrownBy(() -> NewSession.of("s".repeat(513))).hasMessageContaining("513");
        assertThatThrownBy(() -> GUEST.lasting(Duration.ZERO)).hasMessageContaining("PT0S");
        assertThatThrownBy(() -> GUEST.ownedBy("\n")).hasMessageContaining("customer id");
    }

    private Loaded load(String session) {
        return memory.load(SessionId.of(session), Window.latest(10));
    }

    private List<String> indexed() {
        return table
                .backstage()
                .scanPaginator(scan -> scan.tableName(table.name()).indexName(SessionTable.CUSTOMER_INDEX))
                .items()
                .stream()
                .map(item -> Items.text(item, "PK"))
                .toList();
    }

    private void raiseEpochBeyond(long epoch) {
        table.backstage()
                .updateItem(update -> update.tableName(table.name())
                        .key(Keys.meta(SessionId.of("s-42")))
                        .updateExpression("SET epoch = :epoch")
                        .expressionAttributeValues(java.util.Map.of(":epoch", Items.number(epoch))));
    }
}
