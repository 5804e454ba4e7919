package dojo.session.dynamo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dojo.lab.Lab;
import dojo.lab.Laws;
import dojo.lab.junit.Costs;
import dojo.lab.junit.LabTable;
import dojo.lab.replication.ReplicationLaw;
import dojo.lab.replication.ReplicationSettings;
import dojo.session.Bill;
import dojo.session.Change;
import dojo.session.Created;
import dojo.session.CustomerId;
import dojo.session.Erased;
import dojo.session.ErasureReceipt;
import dojo.session.Loaded;
import dojo.session.NewSession;
import dojo.session.Page;
import dojo.session.Pause;
import dojo.session.Position;
import dojo.session.Readmitted;
import dojo.session.Scope;
import dojo.session.SessionId;
import dojo.session.Summary;
import dojo.session.Turn;
import dojo.session.Window;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@WithSessionTable
class EraseCustomerTest {
    private static final CustomerId CUSTOMER = CustomerId.of("c-7");
    private static final Duration HOUR = Duration.ofHours(1);

    private final Hands clock = new Hands();
    private final LabTable table;
    private final DynamoSessionMemory memory;
    private final DynamoSessionMemory backstage;

    EraseCustomerTest(DynamoDbClient client, LabTable table) {
        this.table = table;
        this.backstage = DynamoSessionMemory.on(table.backstage(), table.name(), clock, Pause.NONE);
        this.memory = DynamoSessionMemory.on(client, table.name(), clock, Pause.NONE);
    }

    @Test
    void every_kind_of_item_is_erased_and_counted() {
        everyKind("s-1");
        memory.create(NewSession.of("s-2").ownedBy("c-7"));

        ErasureReceipt receipt = memory.erase(CUSTOMER).receiptOrThrow();

        assertThat(table.items().toString()).doesNotContain("secret").doesNotContain("m-");
        assertThat(receipt.counts())
                .isEqualTo(
                        Map.of("META", 2L, "META#VIEW", 1L, "TURN", 5L, "SUMMARY", 1L, "MARK", 1L, "MEMBERSHIP", 2L));
        assertThat(receipt.sessions())
                .extracting(ErasureReceipt.Line::session)
                .containsExactly(SessionId.of("s-1"), SessionId.of("s-2"));
        assertThat(receipt.verify()).isTrue();
    }

    @Test
    @Costs(requests = 14, readUnits = 5, writeUnits = 12)
    void a_guests_four_short_turns_cost_ten_requests_and_eight_write_units_more_than_their_own() {
        fourTurns(NewSession.of("s-1"));

        assertThat(memory.erase(SessionId.of("s-1")).bill()).isEqualTo(new Bill(14, 5, 12, false));
    }

    @Test
    @Costs(requests = 29, readUnits = 11, writeUnits = 26)
    void each_session_of_a_customer_costs_nine_requests_and_eight_write_units_more_than_its_turns() {
        fourTurns(NewSession.of("s-1").ownedBy("c-7"));
        fourTurns(NewSession.of("s-2").ownedBy("c-7"));

        assertThat(memory.erase(CUSTOMER).bill()).isEqualTo(new Bill(29, 11, 26, false));
    }

    private void fourTurns(NewSession wish) {
        Position at = backstage.create(wish).positionOrThrow();
        backstage.append(
                at,
                List.of(Turn.user("m-1", "a"), Turn.user("m-2", "b"), Turn.user("m-3", "c"), Turn.user("m-4", "d")));
    }

    @Test
    void a_receipt_that_was_changed_does_not_verify() {
        everyKind("s-1");
        ErasureReceipt receipt = memory.erase(CUSTOMER).receiptOrThrow();

        assertThat(new ErasureReceipt(
                                "c-8",
                                receipt.begun(),
                                receipt.finished(),
                                receipt.sessions(),
                                receipt.copies(),
                                receipt.hash())
                        .verify())
                .isFalse();
        assertThat(new ErasureReceipt(
                                "c-7", receipt.begun(), receipt.finished(), List.of(), receipt.copies(), receipt.hash())
                        .verify())
                .isFalse();
    }

    @Test
    void the_digest_tells_one_conversation_from_another() {
        append("s-1", Turn.user("m-1", "secret"));
        String one = digest();
        memory.readmit(CUSTOMER);
        clock.advance(Duration.ofMillis(1));
        append("s-2", Turn.user("m-1", "Secret"));

        assertThat(digest()).isNotEqualTo(one);
    }

    @Test
    void the_receipt_says_which_copies_remain_and_when_they_lapse() {
        ErasureReceipt receipt = memory.erase(CUSTOMER).receiptOrThrow();
        ErasureReceipt.Copy warehouse = new ErasureReceipt.Copy("our warehouse", Optional.empty(), "runbook 12");

        assertThat(receipt.copies())
                .anySatisfy(copy -> {
                    assertThat(copy.what()).contains("stream");
                    assertThat(copy.lapses()).contains(Hands.NOON.plus(Duration.ofHours(24)));
                })
                .anySatisfy(copy -> {
                    assertThat(copy.what()).contains("point-in-time");
                    assertThat(copy.lapses()).contains(Hands.NOON.plus(Duration.ofDays(35)));
                })
                .allSatisfy(copy -> assertThat(copy.source()).startsWith("https://docs.aws.amazon.com/"));
        assertThat(receipt.with(warehouse).copies()).contains(warehouse);
        assertThat(receipt.with(warehouse).verify()).isTrue();
    }

    @Test
    void others_are_left_alone() {
        append("s-1", Turn.user("m-1", "secret"));
        Position other = memory.create(NewSession.of("s-2").ownedBy("c-8")).positionOrThrow();
        memory.append(other, Turn.user("t-1", "mine"));

        memory.erase(CUSTOMER);

        assertThat(load("s-2")).isInstanceOf(Loaded.Found.class);
        assertThat(memory.sessions(CustomerId.of("c-8"), Page.first(5)).sessions())
                .hasSize(1);
    }

    @Test
    void what_a_customer_left_behind_under_an_id_that_another_uses_now_is_erased_without_touching_the_other() {
        append("s-1", Turn.user("m-1", "secret"));
        clock.advance(Duration.ofDays(2));
        Position theirs = memory.create(NewSession.of("s-1").ownedBy("c-8")).positionOrThrow();
        memory.append(theirs, List.of(Turn.user("t-1", "mine"), Turn.assistant("t-2", "yours")));

        ErasureReceipt receipt = memory.erase(CUSTOMER).receiptOrThrow();

        assertThat(receipt.counts()).containsEntry("TURN", 1L).doesNotContainKey("META");
        assertThat(table.items().toString()).doesNotContain("secret").contains("mine");
        assertThat(load("s-1").contextOrThrow().turns()).hasSize(2);
    }

    @Test
    void turns_whose_head_was_deleted_first_are_erased_too() {
        append("s-1", Turn.user("m-1", "secret"));
        clock.advance(Duration.ofDays(9));
        table.backstage().deleteItem(delete -> delete.tableName(table.name()).key(Keys.meta(SessionId.of("s-1"))));

        assertThat(memory.erase(CUSTOMER).receiptOrThrow().counts()).containsEntry("TURN", 1L);

        assertThat(table.items().toString()).doesNotContain("secret");
        assertThat(memory.create(NewSession.of("s-1")).positionOrThrow()).isNotNull();
    }

    @Test
    void a_customer_who_comes_back_begins_without_a_past() {
        everyKind("s-1");
        ErasureReceipt first = memory.erase(CUSTOMER).receiptOrThrow();
        Created refused = memory.create(NewSession.of("s-9").ownedBy("c-7"));
        assertThat(refused)
                .isInstanceOfSatisfying(
                        Created.Erased.class,
                        erased -> assertThat(erased.until()).isEqualTo(Hands.NOON.plus(Duration.ofDays(35))));

        assertThat(memory.readmit(CUSTOMER)).isInstanceOf(Readmitted.Welcome.class);
        clock.advance(HOUR);
        append("s-1", Turn.user("m-9", "hello again"));

        assertThat(load("s-1").contextOrThrow().turns()).hasSize(1);
        ErasureReceipt second = memory.erase(CUSTOMER).receiptOrThrow();
        assertThat(second.counts()).containsEntry("TURN", 1L);
        assertThat(second.hash()).isNotEqualTo(first.hash());
    }

    @Test
    void after_the_time_of_refusal_the_customer_is_welcome_by_itself() {
        memory.erase(CUSTOMER);
        clock.advance(Duration.ofDays(35));

        assertThat(memory.create(NewSession.of("s-9").ownedBy("c-7"))).isInstanceOf(Created.Opened.class);
        assertThat(memory.readmit(CUSTOMER)).isInstanceOf(Readmitted.NotErased.class);
        assertThatThrownBy(() -> Upkeep.usual().refusal(Duration.ofMinutes(1))).hasMessageContaining("got PT1M");
    }

    @Test
    void all_sessions_are_found_while_the_index_knows_of_none() {
        try (Lab lab = Lab.under(Laws.off().with(ReplicationSettings.real()))) {
            String name = lab.newTableName();
            SessionTable.create(lab.client(), name);
            DynamoSessionMemory lagging = DynamoSessionMemory.on(lab.client(), name, lab.clock(), Pause.NONE);
            lab.law(ReplicationLaw.class).pause();
            for (int i = 0; i < 30; i++) {
                Position at =
                        lagging.create(NewSession.of("s-" + i).ownedBy("c-7")).positionOrThrow();
                lagging.append(at, Turn.user("m-1", "secret " + i));
            }
            lab.clock().pass(Duration.ofHours(2));
            assertThat(lagging.sessions(CUSTOMER, Page.first(50)).sessions()).isEmpty();

            ErasureReceipt receipt = lagging.erase(CUSTOMER).receiptOrThrow();

            assertThat(receipt.counts()).containsEntry("TURN", 30L).containsEntry("META", 30L);
            assertThat(lab.backstage()
                            .scanPaginator(scan -> scan.tableName(name))
                            .items()
                            .toString())
                    .doesNotContain("secret");
            lab.law(ReplicationLaw.class).resume();
            lab.clock().pass(Duration.ofMinutes(1));
            assertThat(lagging.sessions(CUSTOMER, Page.first(50)).sessions()).isEmpty();
        }
    }

    @Test
    void a_long_conversation_takes_several_calls_and_each_says_so() {
        Position at = memory.create(NewSession.of("s-1").ownedBy("c-7")).positionOrThrow();
        String large = "secret" + "x".repeat(60_000);
        for (int i = 0; i < 40; i++) {
            at = backstage.append(at, Turn.user("m-" + i, large + i)).positionOrThrow();
        }
        EraseItems items = new EraseItems(table.name(), new RemoveContent(table.name(), Optional.empty()));
        var runner = dojo.session.work.Runner.over(
                table.backstage(), dojo.session.work.Runner.Settings.of(clock, Pause.NONE));
        var few = runner.run("erase", items.overwrite(SessionId.of("s-1"), new EraseItems.Span(0, Long.MAX_VALUE), 5));
        assertThat(few.whole()).isFalse();

        assertThat(memory.erase(CUSTOMER).receiptOrThrow().counts()).containsEntry("TURN", 40L);
    }

    private String digest() {
        Erased erased = memory.erase(CUSTOMER);
        return erased.receiptOrThrow().sessions().get(0).digest();
    }

    private Position append(String session, Turn turn) {
        Position at = memory.create(NewSession.of(session).ownedBy("c-7")).positionOrThrow();
        return memory.append(at, turn).positionOrThrow();
    }

    private void everyKind(String name) {
        SessionId session = SessionId.of(name);
        Position first = append(name, Turn.user("m-1", "secret 1"));
        Position second =
                memory.append(first, Turn.assistant("m-2", "secret 2")).positionOrThrow();
        memory.append(session, Turn.user("m-3", "secret 3"), Scope.marker(HOUR));
        memory.update(session, Change.of().title("secret title"));
        memory.store(
                session,
                new Summary(1, 2, "secret summary", clock.instant())
                        .of(new Summary.Origin(second, "inputs", "model", "1")));
        memory.replace(session, List.of(Turn.user("m-4", "secret 4")));
        memory.remove(session, 1);
        memory.restart(session);
        Position anew = memory.load(session, Window.latest(1)).contextOrThrow().tail();
        memory.append(anew, Turn.user("m-5", "secret 5"));
    }

    private Loaded load(String session) {
        return memory.load(SessionId.of(session), Window.latest(10));
    }
}
