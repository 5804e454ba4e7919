package dojo.session.dynamo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dojo.lab.Lab;
import dojo.lab.Laws;
import dojo.lab.replication.ReplicationSettings;
import dojo.lab.time.Scenario;
import dojo.session.Append;
import dojo.session.Created;
import dojo.session.CustomerId;
import dojo.session.Erased;
import dojo.session.ErasureReceipt;
import dojo.session.Loaded;
import dojo.session.NewSession;
import dojo.session.Pause;
import dojo.session.Position;
import dojo.session.Scope;
import dojo.session.SessionId;
import dojo.session.Turn;
import dojo.session.Window;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.exception.SdkClientException;

/** An erasure that ends anywhere goes on where it ended, whoever writes at the same time. */
class EraseCrashTest {
    private static final CustomerId CUSTOMER = CustomerId.of("c-7");

    @Test
    void a_crash_before_any_of_its_requests_leaves_nothing_uncounted_once_it_is_repeated() {
        ErasureReceipt calm = erasedWithCrashAt(Integer.MAX_VALUE);
        int crashes = 0;
        for (int request = 1; request < 100; request++) {
            AtomicInteger crashed = new AtomicInteger();
            ErasureReceipt receipt = erased(request, crashed);
            assertThat(receipt.counts()).as("crash at request %s", request).isEqualTo(calm.counts());
            assertThat(receipt.sessions())
                    .extracting(ErasureReceipt.Line::digest)
                    .isEqualTo(calm.sessions().stream()
                            .map(ErasureReceipt.Line::digest)
                            .toList());
            if (crashed.get() == 0) {
                break;
            }
            crashes++;
        }
        assertThat(crashes).isGreaterThan(15);
    }

    private static ErasureReceipt erasedWithCrashAt(int request) {
        return erased(request, new AtomicInteger());
    }

    /** Each run has a table of its own, the same sessions, and one request whose process dies. */
    private static ErasureReceipt erased(int fatal, AtomicInteger crashed) {
        AtomicInteger requests = new AtomicInteger(Integer.MIN_VALUE);
        try (Troubled troubled = Troubled.by((call, next) -> {
            if (requests.get() >= 0 && requests.incrementAndGet() == fatal) {
                crashed.incrementAndGet();
                throw SdkClientException.create("the process died");
            }
            return next.answer(call);
        })) {
            talk(troubled.calm(), "s-1");
            talk(troubled.calm(), "s-2");
            requests.set(0);
            try {
                troubled.memory.erase(CUSTOMER);
            } catch (SdkClientException died) {
                assertThat(died).hasMessageContaining("died");
            }
            requests.set(Integer.MIN_VALUE);
            ErasureReceipt receipt = troubled.calm().erase(CUSTOMER).receiptOrThrow();
            assertThat(troubled.backstage()
                            .scan(scan -> scan.tableName(troubled.table()))
                            .items()
                            .toString())
                    .doesNotContain("secret")
                    .doesNotContain("MARK#");
            return receipt;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void whoever_writes_at_the_same_time_nothing_is_left_and_nobody_is_told_otherwise(long seed) {
        try (Lab lab = Lab.under(Laws.off().with(ReplicationSettings.real()).seed(seed))) {
            DynamoSessionMemory memory = on(lab);
            Position at = talk(memory, "s-1");
            AtomicInteger late = new AtomicInteger();
            AtomicInteger opened = new AtomicInteger();

            Scenario.on(lab.clock(), seed)
                    .task("eraser", () -> {
                        while (!(memory.erase(CUSTOMER) instanceof Erased.Done)) {
                            late.incrementAndGet();
                        }
                    })
                    .task("writer", () -> {
                        Position position = at;
                        for (int i = 0; i < 12; i++) {
                            Append answer = memory.append(position, Turn.user("w-" + i, "secret w" + i));
                            if (answer instanceof Append.Closed) {
                                return;
                            }
                            position = answer instanceof Append.Conflict conflict
                                    ? conflict.tail()
                                    : answer.positionOrThrow();
                        }
                    })
                    .task("marker", () -> {
                        for (int i = 0; i < 8; i++) {
                            memory.append(
                                    SessionId.of("s-1"),
                                    Turn.user("k-" + i, "secret k" + i),
                                    Scope.marker(Duration.ofHours(1)));
                        }
                    })
                    .task("creator", () -> {
                        for (int i = 0; i < 6; i++) {
                            Created created =
                                    memory.create(NewSession.of("new-" + i).ownedBy("c-7"));
                            if (created instanceof Created.Opened) {
                                opened.incrementAndGet();
                                memory.append(created.positionOrThrow(), Turn.user("n-1", "secret n" + i));
                            } else {
                                assertThat(created).isInstanceOf(Created.Erased.class);
                            }
                        }
                    })
                    .run();

            ErasureReceipt receipt = memory.erase(CUSTOMER).receiptOrThrow();
            assertThat(receipt.sessions()).hasSize(1 + opened.get());
            String table = lab.backstage().listTables().tableNames().get(0);
            assertThat(lab.backstage().scanPaginator(scan -> scan.tableName(table)).items().stream()
                            .filter(item -> item.toString().contains("secret"))
                            .toList())
                    .isEmpty();
            assertThat(memory.load(SessionId.of("s-1"), Window.latest(5))).isInstanceOf(Loaded.Absent.class);
        }
    }

    @Test
    void two_erasers_at_once_give_the_same_receipt() {
        try (Lab lab = Lab.under(Laws.off().seed(7))) {
            DynamoSessionMemory memory = on(lab);
            talk(memory, "s-1");
            talk(memory, "s-2");
            List<ErasureReceipt> receipts = new java.util.concurrent.CopyOnWriteArrayList<>();

            Scenario.on(lab.clock(), 7)
                    .task("one", () -> receipts.add(memory.erase(CUSTOMER).receiptOrThrow()))
                    .task("other", () -> receipts.add(memory.erase(CUSTOMER).receiptOrThrow()))
                    .run();

            assertThat(receipts).hasSize(2);
            assertThat(receipts.get(0)).isEqualTo(receipts.get(1));
            assertThat(receipts.get(0).counts())
                    .isEqualTo(new TreeMap<>(
                            memory.erase(CUSTOMER).receiptOrThrow().counts()));
        }
    }

    @Test
    void an_unfinished_erasure_has_no_receipt() {
        assertThatThrownBy(() -> new Erased.Underway(dojo.session.Bill.ZERO).receiptOrThrow())
                .hasMessageContaining("not finished");
    }

    private static DynamoSessionMemory on(Lab lab) {
        String table = lab.newTableName();
        SessionTable.create(lab.client(), table);
        return DynamoSessionMemory.on(lab.client(), table, lab.clock(), Pause.NONE);
    }

    private static Position talk(DynamoSessionMemory memory, String session) {
        Position at = memory.create(NewSession.of(session).ownedBy("c-7")).positionOrThrow();
        memory.append(at, List.of(Turn.user("m-1", "secret 1"), Turn.assistant("m-2", "secret 2")));
        memory.append(SessionId.of(session), Turn.user("m-3", "secret 3"), Scope.marker(Duration.ofHours(1)));
        Position tail = memory.load(SessionId.of(session), Window.latest(1))
                .contextOrThrow()
                .tail();
        return memory.append(tail, Turn.user("m-4", "secret 4")).positionOrThrow();
    }
}
