package dojo.session.dynamo;

import static dojo.session.dynamo.GoldenScene.CUSTOMERS;
import static dojo.session.dynamo.GoldenScene.GUESTS;
import static dojo.session.dynamo.GoldenScene.PACKED;
import static dojo.session.dynamo.GoldenScene.QUESTION;
import static dojo.session.dynamo.GoldenScene.RESULT;
import static dojo.session.dynamo.GoldenScene.SPLIT;
import static dojo.session.dynamo.GoldenScene.TABLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dojo.session.Append;
import dojo.session.Change;
import dojo.session.Context;
import dojo.session.Created;
import dojo.session.CustomerId;
import dojo.session.Listed;
import dojo.session.NewSession;
import dojo.session.Page;
import dojo.session.Role;
import dojo.session.Scope;
import dojo.session.StoredTurn;
import dojo.session.Transcript;
import dojo.session.Turn;
import dojo.session.Window;
import dojo.session.evolve.Backfill;
import dojo.session.evolve.Backfilled;
import dojo.session.evolve.JobSettings;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Every generation of items that was ever written is read, and today's writer writes exactly the newest. */
class GoldenTest {
    static IntStream generations() {
        return IntStream.rangeClosed(1, Golden.generations());
    }

    @Test
    void todays_writer_writes_exactly_the_newest_generation() throws IOException {
        try (GoldenScene scene = GoldenScene.empty()) {
            Golden today = scene.play();
            if (Integer.getInteger("dojo.golden", 0) == Golden.NEWEST) {
                today.write(Golden.NEWEST);
            }

            assertThat(today.print())
                    .as(
                            "Items have changed. If generation %1$d was released, leave its file alone, raise Golden.NEWEST,"
                                    + " and write the next one; if it was not, write it again: -Ddojo.golden=%1$d. Think of a"
                                    + " new version in ItemVersions if older readers would get the change wrong",
                            Golden.NEWEST)
                    .isEqualTo(Golden.of(Golden.NEWEST).print());
            assertThat(Golden.generations()).isEqualTo(Golden.NEWEST);
        }
    }

    @ParameterizedTest
    @MethodSource("generations")
    void what_a_generation_wrote_is_read_in_full(int generation) {
        try (GoldenScene scene = GoldenScene.leftBy(generation)) {
            Context context = scene.memory.load(CUSTOMERS, Window.latest(10)).contextOrThrow();

            assertThat(context.customer()).contains(CustomerId.of("c-7"));
            assertThat(context.turns()).extracting(StoredTurn::turn).startsWith(QUESTION, RESULT);
            assertThat(context.summary().orElseThrow().text()).isEqualTo("They ask whether it is out.");
            assertThat(scene.memory.read(CUSTOMERS, 1, 1).turnsOrThrow())
                    .extracting(StoredTurn::turn)
                    .containsExactly(RESULT);
            Transcript anew = scene.memory.read(GUESTS, 0, 10);
            assertThat(anew.turnsOrThrow())
                    .as("begun anew, and then filled with what the first generation could not write")
                    .extracting(StoredTurn::turn)
                    .isEqualTo(generation == 1 ? List.of() : List.of(PACKED, SPLIT));
        }
    }

    @ParameterizedTest
    @MethodSource("generations")
    void a_token_from_a_queue_of_then_still_works(int generation) {
        try (GoldenScene scene = GoldenScene.leftBy(generation)) {
            List<String> tokens = Golden.of(generation).tokens();

            assertThat(scene.memory.append(scene.memory.position(tokens.get(0)), QUESTION))
                    .isInstanceOf(Append.AlreadyThere.class);
            Append more = scene.memory.append(scene.memory.position(tokens.get(1)), Turn.user("m-9", "and on"));
            Append next = more instanceof Append.Conflict conflict
                    ? scene.memory.append(conflict.tail(), Turn.user("m-9", "and on"))
                    : more;
            assertThat(next).isInstanceOf(Append.Appended.class);
        }
    }

    @ParameterizedTest
    @MethodSource("generations")
    void a_session_of_then_is_used_ends_and_is_taken_over_as_any_other(int generation) {
        try (GoldenScene scene = GoldenScene.leftBy(generation)) {
            scene.memory.append(CUSTOMERS, Turn.user("m-9", "still there?"), Scope.tail(5));
            scene.memory.update(CUSTOMERS, Change.of().title("Is it out?"));
            assertThat(scene.memory.restart(CUSTOMERS).toString()).contains("Fresh");
            scene.later(Duration.ofHours(2));

            assertThat(scene.memory.create(NewSession.of(CUSTOMERS.value()))).isInstanceOf(Created.Reclaimed.class);
        }
    }

    @ParameterizedTest
    @MethodSource("generations")
    void attributes_and_roles_that_nobody_here_knows_do_no_harm(int generation) {
        try (GoldenScene scene = GoldenScene.leftBy(generation)) {
            for (String kind : List.of("META", "TURN", "SUMMARY")) {
                scene.set(kind, "mood", AttributeValue.fromM(Map.of("of", AttributeValue.fromS("the future"))));
            }
            scene.set("TURN#001795348800000#000000000001", "role", AttributeValue.fromS("DEVELOPER"));

            List<StoredTurn> turns = scene.memory.read(CUSTOMERS, 0, 10).turnsOrThrow();
            assertThat(turns.get(0).turn().role()).isEqualTo(new Role("DEVELOPER"));
            assertThat(turns.get(1).turn()).isEqualTo(RESULT);
            scene.memory.update(CUSTOMERS, Change.of().title("Is it out?"));
            assertThat(scene.byKey().get("SESSION#s-1 META")).containsKey("mood");
        }
    }

    @ParameterizedTest
    @MethodSource("generations")
    void a_head_of_a_later_version_is_refused_with_the_value_and_the_remedy_and_never_written(int generation) {
        try (GoldenScene scene = GoldenScene.leftBy(generation)) {
            scene.set("META", "v", AttributeValue.fromN("3"));
            var before = scene.byKey();

            refused(() -> scene.memory.load(CUSTOMERS, Window.latest(10)));
            refused(() -> scene.memory.append(CUSTOMERS, Turn.user("m-9", "hello"), Scope.tail(5)));
            refused(() -> scene.memory.restart(CUSTOMERS));
            refused(() -> scene.memory.update(CUSTOMERS, Change.of().title("Is it out?")));
            refused(() -> scene.memory.create(NewSession.of(CUSTOMERS.value())));
            scene.later(Duration.ofDays(2));
            refused(() -> scene.memory.create(NewSession.of(CUSTOMERS.value())));
            assertThat(scene.byKey()).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @MethodSource("generations")
    void a_turn_of_a_later_version_is_refused_by_readers_and_writers(int generation) {
        try (GoldenScene scene = GoldenScene.leftBy(generation)) {
            scene.set("TURN", "v", AttributeValue.fromN("3"));
            var before = scene.byKey();
            var start = scene.memory.position(Golden.of(generation).tokens().get(0));

            refused(() -> scene.memory.load(CUSTOMERS, Window.latest(10)));
            refused(() -> scene.memory.read(CUSTOMERS, 0, 10));
            refused(() -> scene.memory.append(start, Turn.user("m-9", "hello")));
            assertThat(scene.byKey()).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @MethodSource("generations")
    void a_backfill_changes_what_is_stored_and_nothing_that_is_read(int generation) {
        try (GoldenScene scene = GoldenScene.leftBy(generation)) {
            Context before = scene.memory.load(CUSTOMERS, Window.latest(10)).contextOrThrow();

            Backfilled done = backfill(scene, "to-newest");

            assertThat(done.left()).isEmpty();
            assertThat(done.changed()).isEqualTo(generation == 1 ? 2 : 0);
            assertThat(backfill(scene, "again").changed()).isZero();
            assertThat(scene.byKey()).allSatisfy((key, item) -> {
                if (!key.startsWith("WALK#")) {
                    assertThat(ItemVersions.current(item)).isEqualTo(item);
                }
            });
            assertThat(scene.memory.load(CUSTOMERS, Window.latest(10)).contextOrThrow())
                    .usingRecursiveComparison()
                    .isEqualTo(before);
            Listed listed = scene.memory.sessions(CustomerId.of("c-7"), Page.first(5));
            assertThat(listed.sessions())
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.activeAt()).isEqualTo(Instant.parse("2026-11-22T12:00:00Z")));
        }
    }

    @Test
    void activity_in_a_session_of_the_first_generation_is_noted_before_any_backfill() {
        try (GoldenScene scene = GoldenScene.leftBy(1)) {
            scene.later(Duration.ofMinutes(30));
            scene.memory.append(CUSTOMERS, Turn.user("m-9", "still there?"), Scope.tail(5));

            assertThat(scene.memory
                            .sessions(CustomerId.of("c-7"), Page.first(5))
                            .sessions()
                            .get(0)
                            .activeAt())
                    .isEqualTo(Instant.parse("2026-11-22T12:30:00Z"));
            assertThat(backfill(scene, "to-newest").changed()).isEqualTo(2);
            assertThat(Items.whole(Objects.requireNonNull(scene.byKey().get("SESSION#s-1 META")), "active_at"))
                    .isEqualTo(Instant.parse("2026-11-22T12:30:00Z").getEpochSecond());
        }
    }

    private static Backfilled backfill(GoldenScene scene, String name) {
        JobSettings settings = JobSettings.at(1_000).on(scene, scene::later);
        return Backfill.of(scene.lab.client(), TABLE, name, ItemVersions::upcast, settings)
                .run();
    }

    private static void refused(ThrowingCallable attempt) {
        assertThatThrownBy(attempt)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("has version 3")
                .hasMessageContaining("update the library");
    }
}
