package dojo.session.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.Lab;
import dojo.lab.junit.Costs;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import dojo.session.AsyncSessionMemory;
import dojo.session.Bill;
import dojo.session.Loaded;
import dojo.session.NewSession;
import dojo.session.Pause;
import dojo.session.Position;
import dojo.session.SessionId;
import dojo.session.SessionMemory;
import dojo.session.Turn;
import dojo.session.Window;
import dojo.session.dynamo.AsyncDynamoSessionMemory;
import dojo.session.dynamo.DynamoSessionMemory;
import dojo.session.dynamo.MemorySettings;
import dojo.session.testkit.HandMovedClock;
import dojo.session.testkit.Waiting;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What the cache does for a conversation, and to it. */
@WithLab
@WithTable(partitionKey = "PK", sortKey = "SK")
class CachedMemoryTest {
    private static final SessionId SESSION = SessionId.of("s-42");
    private static final Window WINDOW = Window.latest(20).eventually();

    private final HandMovedClock clock = new HandMovedClock();
    private final Lab lab;
    private final String table;
    private final SessionMemory elsewhere;
    private final Position start;

    CachedMemoryTest(Lab lab, LabTable table) {
        this.lab = lab;
        this.table = table.name();
        this.elsewhere = DynamoSessionMemory.on(lab.backstage(), this.table, settings());
        this.start = elsewhere
                .create(NewSession.of("s-42").lasting(Duration.ofHours(2)).idleFor(Duration.ofMinutes(20)))
                .positionOrThrow();
    }

    private MemorySettings settings() {
        return MemorySettings.usual().clock(clock).pause(Pause.NONE);
    }

    private MemorySettings cached(CacheSettings cache) {
        return settings().layer(ReadThrough.with(cache.clock(clock)));
    }

    private SessionMemory memory(CacheSettings cache) {
        return DynamoSessionMemory.on(lab.client(), table, cached(cache));
    }

    /** As chat frameworks do it: look, add the question, look, add the answer, look. */
    private Bill chatTurn(SessionMemory memory) {
        Bill bill = memory.load(SESSION, WINDOW).bill();
        var question = memory.append(start, Turn.user("t-1", "Is volume 3 out?"));
        bill = bill.plus(question.bill()).plus(memory.load(SESSION, WINDOW).bill());
        bill = bill.plus(memory.load(SESSION, WINDOW).bill());
        var answer = memory.append(question.positionOrThrow(), Turn.assistant("t-2", "Since Friday."));
        bill = bill.plus(answer.bill()).plus(memory.load(SESSION, WINDOW).bill());
        return bill.plus(memory.load(SESSION, WINDOW).bill());
    }

    @Test
    @Costs(requests = 17, readUnits = 7.5, writeUnits = 2)
    void without_a_cache_every_look_is_three_requests() {
        assertThat(chatTurn(DynamoSessionMemory.on(lab.client(), table, settings())))
                .isEqualTo(new Bill(17, 7.5, 2, false));
    }

    @Test
    @Costs(requests = 9, readUnits = 3.5, writeUnits = 2)
    void with_a_cache_only_the_first_look_after_a_write_asks_and_the_head_is_read_once() {
        assertThat(chatTurn(memory(CacheSettings.usual()))).isEqualTo(new Bill(9, 3.5, 2, false));
    }

    @Test
    @Costs(requests = 9, readUnits = 3.5, writeUnits = 2)
    void the_form_that_does_not_wait_shares_the_rules() {
        AsyncSessionMemory async = AsyncDynamoSessionMemory.on(lab.asyncClient(), table, cached(CacheSettings.usual()));

        assertThat(chatTurn(Waiting.on(async))).isEqualTo(new Bill(9, 3.5, 2, false));
    }

    @Test
    void both_forms_may_share_one_cache() {
        MemorySettings shared = cached(CacheSettings.usual());
        DynamoSessionMemory.on(lab.client(), table, shared).load(SESSION, WINDOW);

        Loaded again = AsyncDynamoSessionMemory.on(lab.asyncClient(), table, shared)
                .load(SESSION, WINDOW)
                .join();

        assertThat(again.bill()).isEqualTo(Bill.ZERO);
        assertThat(again).isInstanceOf(Loaded.Found.class);
    }

    @Test
    void a_strong_load_costs_what_it_did() {
        SessionMemory memory = memory(CacheSettings.usual());
        memory.load(SESSION, WINDOW);

        assertThat(memory.load(SESSION, Window.latest(20)).bill().requests()).isEqualTo(3);
    }

    @Test
    void own_turns_are_seen_at_once_and_those_of_others_in_time() {
        SessionMemory memory = memory(CacheSettings.usual());
        memory.load(SESSION, WINDOW);
        Position mine = memory.append(start, Turn.user("t-1", "mine")).positionOrThrow();
        assertThat(turns(memory)).isEqualTo(1);
        elsewhere.append(mine, Turn.user("t-2", "theirs"));
        assertThat(turns(memory)).isEqualTo(1);
        clock.move(CacheSettings.usual().queries());

        assertThat(turns(memory)).isEqualTo(2);
    }

    @Test
    void by_the_rules_of_dax_a_conversation_forgets_its_own_last_turn() {
        SessionMemory memory = memory(CacheSettings.likeDax());
        memory.load(SESSION, WINDOW);
        memory.append(start, Turn.user("t-1", "Is volume 3 out?"));

        assertThat(turns(memory)).isZero();
        clock.move(CacheSettings.likeDax().queries());
        assertThat(turns(memory)).isEqualTo(1);
    }

    @Test
    void a_cached_session_ends_on_time() {
        SessionMemory memory = memory(CacheSettings.usual().items(Duration.ofDays(1)));
        memory.load(SESSION, WINDOW);
        clock.move(Duration.ofHours(2));

        assertThat(memory.load(SESSION, WINDOW)).isInstanceOf(Loaded.Absent.class);
    }

    @Test
    void a_session_that_another_process_keeps_alive_does_not_end_here() {
        SessionMemory memory = memory(CacheSettings.usual().items(Duration.ofDays(1)));
        memory.load(SESSION, WINDOW);
        Position at = start;
        for (int i = 0; i < 3; i++) {
            clock.move(Duration.ofMinutes(18));
            at = elsewhere.append(at, Turn.user("t-" + i, "still here")).positionOrThrow();
        }

        assertThat(turns(memory)).isEqualTo(3);
    }

    @Test
    void a_restart_of_its_own_is_seen_at_once() {
        SessionMemory memory = memory(CacheSettings.usual());
        memory.append(start, Turn.user("t-1", "mine"));
        memory.load(SESSION, WINDOW);
        memory.restart(SESSION);

        assertThat(turns(memory)).isZero();
    }

    @Test
    void nothing_is_cached_after_an_erasure() {
        ReadThrough cache = ReadThrough.with(CacheSettings.usual().clock(clock));
        SessionMemory memory =
                DynamoSessionMemory.on(lab.client(), table, settings().layer(cache));
        memory.append(start, Turn.user("t-1", "personal"));
        memory.load(SESSION, WINDOW);
        assertThat(cache.report().items() + cache.report().queries()).isEqualTo(3);

        memory.erase(SESSION).receiptOrThrow();

        assertThat(cache.report().items()).isZero();
        assertThat(cache.report().queries()).isZero();
        assertThat(memory.load(SESSION, WINDOW)).isInstanceOf(Loaded.Absent.class);
    }

    @Test
    void an_erasure_elsewhere_is_seen_in_time_or_when_told() {
        ReadThrough told = ReadThrough.with(CacheSettings.usual().clock(clock));
        SessionMemory memory =
                DynamoSessionMemory.on(lab.client(), table, settings().layer(told));
        SessionMemory untold = memory(CacheSettings.usual());
        memory.load(SESSION, WINDOW);
        untold.load(SESSION, WINDOW);
        elsewhere.erase(SESSION).receiptOrThrow();
        told.forget(table, SESSION);

        assertThat(memory.load(SESSION, WINDOW)).isInstanceOf(Loaded.Absent.class);
        assertThat(untold.load(SESSION, WINDOW)).isInstanceOf(Loaded.Found.class);
        clock.move(CacheSettings.usual().items());
        assertThat(untold.load(SESSION, WINDOW)).isInstanceOf(Loaded.Absent.class);
    }

    private static int turns(SessionMemory memory) {
        return memory.load(SESSION, WINDOW).contextOrThrow().turns().size();
    }
}
