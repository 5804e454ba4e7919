package dojo.session.chaos;

import static dojo.session.chaos.Desk.SESSION;
import static dojo.session.chaos.Desk.say;
import static org.assertj.core.api.Assertions.assertThat;

import dojo.session.Append;
import dojo.session.Append.Reason;
import dojo.session.Created;
import dojo.session.NewSession;
import dojo.session.PatientAppend;
import dojo.session.Pause;
import dojo.session.Position;
import dojo.session.Scope;
import dojo.session.Turn;
import dojo.session.Window;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The histories that broke naive designs, one by one and as short as they can be. */
class NamedHistoriesTest {

    /** Broken by designs which answer a conflict without looking for the caller's own turn further on. */
    @Test
    void redelivery_after_a_conflict_walk() {
        try (Desk desk = new Desk()) {
            Position start = desk.open("r-1");
            desk.hears(start, "theirs");
            // The first process walks to the tail and stores the turn there; its answer is lost, and so is the process.
            Position tail = ((Append.Conflict) desk.memory.append(start, say("mine"))).tail();
            desk.losingTheAnswer("PutItem", () -> desk.memory.append(tail, say("mine")));

            Append again = patient(desk).append(desk.redelivered(start), say("mine"));

            assertThat(again).isInstanceOf(Append.AlreadyThere.class);
            assertThat(desk.texts()).containsExactly("theirs", "mine");
        }
    }

    /** Broken by designs which give out numbers before their turns are stored. */
    @Test
    void pipelined_gap() {
        try (Desk desk = new Desk()) {
            Position start = desk.open("r-1");
            // Two turns are under way at once, and the first never arrives. Only one position is known to either.
            desk.neverArriving("PutItem", () -> desk.memory.append(start, say("first")));
            assertThat(desk.memory.append(start, say("second"))).isInstanceOf(Append.Appended.class);
            assertThat(desk.texts()).containsExactly("second");

            assertThat(patient(desk).append(desk.redelivered(start), say("first")))
                    .isInstanceOf(Append.Appended.class);
            assertThat(desk.texts()).containsExactly("second", "first");
        }
    }

    /** The answer to pipelining: what has to stand in this order is sent as one. */
    @Test
    void a_batch_is_pipelined_without_a_gap() {
        try (Desk desk = new Desk()) {
            Position start = desk.open("r-1");
            List<Turn> both = List.of(say("first"), say("second"));
            desk.neverArriving("TransactWriteItems", () -> desk.memory.append(start, both));
            assertThat(desk.texts()).isEmpty();
            desk.losingTheAnswer("TransactWriteItems", () -> desk.memory.append(start, both));

            assertThat(desk.memory.append(desk.redelivered(start), both)).isInstanceOf(Append.AlreadyThere.class);
            assertThat(desk.texts()).containsExactly("first", "second");
        }
    }

    /** Broken by designs which delete what was taken back: a late retry finds the place free and fills it again. */
    @Test
    void retry_into_a_removed_slot() {
        try (Desk desk = new Desk()) {
            Position start = desk.open("r-1");
            desk.losingTheAnswer("PutItem", () -> desk.memory.append(start, say("regretted")));
            desk.calm().remove(SESSION, 1);

            assertThat(desk.memory.append(desk.redelivered(start), say("regretted")))
                    .isInstanceOf(Append.AlreadyThere.class);
            assertThat(desk.texts()).isEmpty();
            assertThat(patient(desk).append(start, say("next")).positionOrThrow())
                    .satisfies(place -> assertThat(desk.texts()).containsExactly("next"));
        }
    }

    /** Broken by designs whose turns have the same keys in each life of a session. */
    @Test
    void reclaimed_session() {
        try (Desk desk = new Desk()) {
            Position start = desk.open("r-1");
            Position old = desk.hears(start, "in the first life");
            desk.pass(Desk.LIFETIME.plusSeconds(1));
            Created second = desk.memory.create(NewSession.of("s-42").requestedAs("r-2"));
            assertThat(second).isInstanceOf(Created.Reclaimed.class);
            assertThat(desk.texts()).isEmpty();

            assertThat(desk.memory.append(desk.redelivered(old), say("late")))
                    .isInstanceOfSatisfying(
                            Append.Closed.class,
                            closed -> assertThat(closed.reason()).isEqualTo(Reason.EXPIRED));
            // A clock that is five seconds behind lets its writer add to the first life, where nobody reads it.
            desk.ahead(Duration.ofSeconds(-5)).append(desk.redelivered(old), say("late"));
            assertThat(desk.texts()).isEmpty();
            desk.hears(second.positionOrThrow(), "in the second life");
            assertThat(desk.texts()).containsExactly("in the second life");
        }
    }

    /** Broken by designs which find an end, a number or an owner in items that may be deleted before others. */
    @Test
    void ttl_in_any_order() {
        for (List<Integer> order : orders(3)) {
            for (int deletions = 0; deletions <= order.size(); deletions++) {
                try (Desk desk = new Desk()) {
                    Position start = desk.open("r-1");
                    Position last = desk.hears(desk.hears(start, "a"), "b");
                    desk.pass(Duration.ofDays(9));
                    List<Map<String, AttributeValue>> items = desk.items();
                    assertThat(items).hasSize(order.size());
                    order.subList(0, deletions).forEach(item -> desk.deleted(items.get(item)));

                    for (Position late : List.of(start, last)) {
                        assertThat(desk.memory.append(desk.redelivered(late), say("late")))
                                .isInstanceOf(Append.Closed.class);
                    }
                    Position again = desk.memory
                            .create(NewSession.of("s-42").requestedAs("r-2"))
                            .positionOrThrow();
                    assertThat(desk.texts())
                            .as("deleted %s of %s", deletions, order)
                            .isEmpty();
                    desk.hears(again, "anew");
                    assertThat(desk.texts()).containsExactly("anew");
                }
            }
        }
    }

    /** Broken by designs which compare ids only: one of two messages is gone, and its sender is told that all is well. */
    @Test
    void payload_mismatch() {
        try (Desk desk = new Desk()) {
            Position start = desk.open("r-1");
            Turn other = Turn.user("t-mine", "something else");
            desk.hears(start, "theirs");
            patient(desk).append(start, say("mine"));

            assertThat(patient(desk).append(desk.redelivered(start), other)).isInstanceOf(Append.Mismatch.class);
            assertThat(desk.memory.append(start, List.of(other, say("next")))).isInstanceOf(Append.Mismatch.class);
            assertThat(patient(desk).append(desk.redelivered(start), say("mine").withTokens(99)))
                    .isInstanceOf(Append.AlreadyThere.class);
            assertThat(desk.texts()).containsExactly("theirs", "mine");
        }
    }

    /** Broken by designs which take a batch for stored, or for not stored, by its first turn. */
    @Test
    void a_batch_whose_prefix_is_stored() {
        try (Desk desk = new Desk()) {
            Position start = desk.open("r-1");
            List<Turn> three = List.of(say("a"), say("b"), say("c"));
            desk.losingTheAnswer("PutItem", () -> desk.memory.append(start, say("a")));
            assertThat(desk.memory.append(desk.redelivered(start), three)).isInstanceOf(Append.Appended.class);
            assertThat(desk.texts()).containsExactly("a", "b", "c");
        }
        try (Desk desk = new Desk()) {
            Position start = desk.open("r-1");
            desk.hears(desk.hears(start, "a"), "theirs");
            assertThat(desk.memory.append(desk.redelivered(start), List.of(say("a"), say("b"))))
                    .isInstanceOfSatisfying(
                            Append.Partly.class,
                            partly -> assertThat(partly.stored()).isEqualTo(1));
            assertThat(desk.texts()).containsExactly("a", "theirs");
        }
    }

    /** What is left to a writer whose position is lost with its process. */
    @Test
    void a_retry_without_its_position() {
        try (Desk desk = new Desk()) {
            Position start = desk.open("r-1");
            Position at = start;
            desk.losingTheAnswer("PutItem", () -> desk.memory.append(start, say("tail")));
            at = desk.hears(patient(desk).append(at, say("x")).positionOrThrow(), "y");
            assertThat(desk.memory.append(SESSION, say("tail"), Scope.tail(3))).isInstanceOf(Append.AlreadyThere.class);

            Scope marked = Scope.marker(Duration.ofHours(1));
            desk.losingTheAnswer("TransactWriteItems", () -> desk.memory.append(SESSION, say("marked"), marked));
            for (String more : List.of("1", "2", "3")) {
                at = patient(desk).append(at, say(more)).positionOrThrow();
            }
            assertThat(desk.memory.append(SESSION, say("marked"), marked)).isInstanceOf(Append.AlreadyThere.class);
            assertThat(desk.texts()).containsExactly("tail", "x", "y", "marked", "1", "2", "3");
        }
    }

    /** The chaos test found this one: between the two requests of an append without a position, the log is closed. */
    @Test
    void a_restart_between_reading_the_head_and_the_end() {
        for (Scope scope : List.of(Scope.tail(5), Scope.marker(Duration.ofHours(1)))) {
            Interruption restart = new Interruption();
            try (Desk desk = new Desk(restart)) {
                desk.hears(desk.open("r-1"), "before");
                restart.beforeTheNextQuery(() -> desk.calm().restart(SESSION));

                Append answer = desk.memory.append(SESSION, say("after"), scope);

                assertThat(answer).isInstanceOf(Append.Appended.class);
                assertThat(desk.texts()).as("with %s", scope).containsExactly("after");
            }
        }
    }

    /** A strongly consistent load whose three requests meet one restart after the other. */
    @Test
    void a_load_between_restarts() {
        Interruption restart = new Interruption();
        try (Desk desk = new Desk(restart)) {
            desk.hears(desk.open("r-1"), "before");
            restart.beforeTheNextQuery(() -> {
                desk.calm().restart(SESSION);
                desk.hears(tail(desk), "after");
            });

            assertThat(desk.memory
                            .load(SESSION, Window.latest(5))
                            .contextOrThrow()
                            .turns())
                    .extracting(stored -> stored.turn().text())
                    .containsExactly("after");
        }
    }

    private static Position tail(Desk desk) {
        return desk.calm().load(SESSION, Window.latest(1)).contextOrThrow().tail();
    }

    private static PatientAppend patient(Desk desk) {
        return PatientAppend.to(desk.memory, 5, Pause.NONE);
    }

    private static List<List<Integer>> orders(int size) {
        if (size == 0) {
            return List.of(List.of());
        }
        List<List<Integer>> orders = new ArrayList<>();
        for (List<Integer> shorter : orders(size - 1)) {
            for (int at = 0; at < size; at++) {
                List<Integer> order = new ArrayList<>(shorter);
                order.add(at, size - 1);
                orders.add(Collections.unmodifiableList(order));
            }
        }
        return orders;
    }
}
