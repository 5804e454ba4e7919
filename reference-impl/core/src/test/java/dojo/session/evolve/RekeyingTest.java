package dojo.session.evolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dojo.session.Turn;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

class RekeyingTest {
    private static final Duration LEASE = Duration.ofSeconds(10);
    private static final Duration GRACE = Duration.ofSeconds(5);

    /** What a new layout may do: the tenant becomes a part of the key. */
    private static final Layout TENANTS = new Layout(
            key -> new Key("TENANT#acme#" + key.partition(), key.sort()),
            key -> new Key(key.partition().replaceFirst("^TENANT#acme#", ""), key.sort()));

    @Test
    void a_table_is_moved_while_a_conversation_goes_on_and_goes_on_in_the_new_one() {
        try (MoveScene scene = MoveScene.with(Layout.same())) {
            scene.say("before the move");
            scene.move.begin();
            scene.say("in both");
            assertThat(scene.move.copy(Instant.MAX).copied()).isPositive();
            assertThat(scene.move.compare().differences()).isEmpty();

            Rekeyed done = scene.move.cutOver(LEASE, GRACE);
            assertThat(done.phase()).isEqualTo(Phase.MOVED);
            assertThat(done.different()).isZero();

            assertThat(scene.texts(scene.onNew())).containsExactly("before the move", "in both");
            scene.at = scene.onNew()
                    .append(scene.at, Turn.user("m-9", "in the new one"))
                    .positionOrThrow();
            assertThat(scene.texts(scene.onNew())).endsWith("in the new one");
            assertThatThrownBy(() -> scene.say("too late"))
                    .isInstanceOf(TableFrozen.class)
                    .hasMessageContaining("use the memory on the new table");
        }
    }

    @Test
    void items_stand_under_other_keys_with_the_same_attributes() {
        try (MoveScene scene = MoveScene.with(TENANTS)) {
            scene.say("hello");
            scene.move.begin();
            scene.say("hello again");
            scene.move.copy(Instant.MAX);

            assertThat(scene.keys(MoveScene.NEW))
                    .hasSameSizeAs(scene.keys(MoveScene.OLD))
                    .allMatch(key -> key.startsWith("TENANT#acme#SESSION#"));
            assertThat(scene.move.compare().different()).isZero();
        }
    }

    @Test
    void a_layout_that_would_make_two_items_one_is_refused_before_any_write() {
        Layout lossy = new Layout(key -> new Key("ALL", key.sort()), key -> key);
        try (MoveScene scene = MoveScene.with(lossy)) {
            scene.say("hello");
            scene.move.begin();

            assertThatThrownBy(() -> scene.move.copy(Instant.MAX)).hasMessageContaining("items would be lost");
            assertThat(scene.keys(MoveScene.NEW)).isEmpty();
        }
    }

    @Test
    void a_crash_between_the_two_writes_is_found_by_comparing_and_put_right_by_reconciling() {
        Crash crash = Crash.at(request ->
                request instanceof PutItemRequest put && put.tableName().equals(MoveScene.NEW));
        try (MoveScene scene = MoveScene.with(Layout.same(), crash)) {
            scene.move.begin();
            scene.say("copied");
            crash.at(1, Crash.Moment.BEFORE);
            scene.say("not copied");
            crash.never();

            assertThat(scene.layer.missed()).isEqualTo(1);
            Rekeyed compared = scene.move.compare();
            assertThat(compared.differences())
                    .filteredOn(found -> found.kind() == Difference.Kind.MISSING)
                    .anyMatch(found -> found.key().sort().endsWith("000000000002"));
            assertThat(compared.bill().writeUnits()).isZero();

            assertThat(scene.move.reconcile().copied()).isEqualTo(compared.different());
            assertThat(scene.move.compare().differences()).isEmpty();
        }
    }

    @Test
    void a_crash_at_any_write_of_writer_or_job_loses_nothing() {
        int writes = writesOfAStory();
        for (int n = 1; n <= writes; n++) {
            for (Crash.Moment moment : Crash.Moment.values()) {
                Crash crash = Crash.atWrites();
                try (MoveScene scene = MoveScene.with(Layout.same(), crash)) {
                    crash.at(n, moment);
                    try {
                        story(scene);
                    } catch (DynamoDbException ended) {
                        crash.never();
                        goOn(scene);
                    }

                    assertThat(scene.move.phase())
                            .as("crash %s write %d", moment, n)
                            .isEqualTo(Phase.MOVED);
                    assertThat(scene.items(MoveScene.NEW)).isEqualTo(scene.items(MoveScene.OLD));
                    assertThat(scene.texts(scene.onNew())).containsAll(scene.acknowledged);
                }
            }
        }
    }

    @Test
    void writers_between_every_two_requests_of_the_copy_are_brought_along() {
        AtomicInteger said = new AtomicInteger();
        AtomicReference<@Nullable MoveScene> here = new AtomicReference<>();
        AtomicInteger busy = new AtomicInteger();
        try (MoveScene scene = MoveScene.with(Layout.same(), (call, next) -> {
            boolean ofTheJob = call.request() instanceof GetItemRequest get
                    && get.tableName().equals(MoveScene.OLD)
                    && !Objects.requireNonNull(get.key().get("PK")).s().startsWith("WALK#");
            MoveScene present = here.get();
            if (ofTheJob && present != null && busy.getAndIncrement() == 0 && said.get() < 12) {
                present.sayBackstage("between " + said.incrementAndGet());
                busy.set(0);
            }
            return next.answer(call);
        })) {
            scene.say("first");
            scene.move.begin();
            here.set(scene);
            scene.move.copy(Instant.MAX);
            here.set(null);

            assertThat(said.get()).isGreaterThan(3);
            assertThat(scene.move.reconcile().busy()).isZero();
            assertThat(scene.items(MoveScene.NEW)).isEqualTo(scene.items(MoveScene.OLD));
        }
    }

    @Test
    void a_writer_whose_lease_has_not_run_out_when_the_table_freezes_is_waited_for() {
        try (MoveScene scene = MoveScene.with(Layout.same())) {
            scene.move.begin();
            scene.say("knows the phase now");
            scene.duringTheWait = () -> scene.say("within the lease");

            assertThat(scene.move.cutOver(LEASE, GRACE).phase()).isEqualTo(Phase.MOVED);
            assertThat(scene.texts(scene.onNew())).endsWith("within the lease");
        }
    }

    @Test
    void a_writer_who_comes_while_the_table_is_frozen_is_told_to_try_again() {
        try (MoveScene scene = MoveScene.with(Layout.same())) {
            scene.move.begin();
            scene.afterTheWait = () -> assertThatThrownBy(() -> scene.say("now"))
                    .isInstanceOfSatisfying(
                            TableFrozen.class,
                            frozen -> assertThat(frozen.phase()).isEqualTo(Phase.FROZEN))
                    .hasMessageContaining("try again");

            scene.move.cutOver(LEASE, GRACE);
            assertThat(scene.texts(scene.onNew())).isEmpty();
        }
    }

    @Test
    void what_was_deleted_in_the_old_table_is_deleted_in_the_new_one() {
        try (MoveScene scene = MoveScene.with(Layout.same())) {
            scene.move.begin();
            scene.say("hello");
            scene.deleteOldTurn(1);

            assertThat(scene.move.compare().differences())
                    .extracting(Difference::kind)
                    .contains(Difference.Kind.ORPHAN);
            assertThat(scene.move.reconcile().deleted()).isEqualTo(1);
            assertThat(scene.move.compare().different()).isZero();
        }
    }

    @Test
    void steps_out_of_order_are_refused_with_the_phase() {
        try (MoveScene scene = MoveScene.with(Layout.same())) {
            assertThatThrownBy(() -> scene.move.cutOver(LEASE, GRACE)).hasMessageContaining("got phase NONE");
            assertThatThrownBy(() -> scene.move.thaw()).hasMessageContaining("got phase NONE");
            scene.move.begin();
            scene.move.begin();
            scene.move.cutOver(LEASE, GRACE);
            assertThatThrownBy(() -> scene.move.begin()).hasMessageContaining("got phase MOVED");
            assertThatThrownBy(() -> scene.move.dualWrites(Duration.ZERO)).hasMessageContaining("PT0S");
        }
    }

    private static void story(MoveScene scene) {
        scene.move.begin();
        if (scene.acknowledged.isEmpty()) {
            scene.append("said while the table moves");
        }
        scene.move.copy(Instant.MAX);
        scene.move.cutOver(LEASE, GRACE);
    }

    /** What whoever starts the program again does. */
    private static void goOn(MoveScene scene) {
        switch (scene.move.phase()) {
            case NONE, DUAL -> story(scene);
            case FROZEN -> scene.move.cutOver(LEASE, GRACE);
            case MOVED -> {}
        }
    }

    private static int writesOfAStory() {
        Crash count = Crash.atWrites();
        try (MoveScene scene = MoveScene.with(Layout.same(), count)) {
            int before = count.seen();
            story(scene);
            return count.seen() - before;
        }
    }
}
