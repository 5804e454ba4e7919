package dojo.session.dynamo;

import static dojo.session.dynamo.ContentScene.SESSION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dojo.lab.stream.BatchResult;
import dojo.lab.stream.StreamLaw;
import dojo.lab.stream.StreamPoller;
import dojo.session.Append;
import dojo.session.NewSession;
import dojo.session.Position;
import dojo.session.Redacted;
import dojo.session.SessionId;
import dojo.session.StoredTurn;
import dojo.session.Turn;
import dojo.session.Window;
import dojo.session.content.ContentName;
import dojo.session.content.ContentPolicy;
import dojo.session.content.Prose;
import dojo.session.dynamo.ContentReclaim.Reclaimed;
import dojo.session.dynamo.RemoveContent.Removed;
import dojo.session.work.Runner;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Record;

class ContentReclaimTest {
    private static final Duration A_DAY = Duration.ofDays(1);

    private final ContentScene scene;
    private final DynamoSessionMemory memory;
    private final ContentReclaim reclaim;
    private final List<Record> seen = new ArrayList<>();
    private int deleted;

    ContentReclaimTest(@TempDir Path folder) {
        this.scene = new ContentScene(folder);
        this.memory = scene.memory(scene.inStore());
        this.reclaim = ContentReclaim.on(scene.lab.client(), scene.table, scene.settings(scene.inStore()));
    }

    @AfterEach
    void close() {
        scene.close();
    }

    private static Turn large(int n) {
        return Turn.user("t-" + n, Prose.of(20_000, n));
    }

    private StreamPoller follow() {
        return scene.lab
                .law(StreamLaw.class)
                .poller(scene.lab.streams(), scene.table)
                .start(batch -> {
                    seen.addAll(batch.records());
                    deleted += reclaim.take(batch.records()).deleted();
                    return BatchResult.done();
                });
    }

    @Test
    void what_time_to_live_takes_from_the_table_goes_from_the_store_too() {
        try (StreamPoller poller = follow()) {
            memory.append(memory.append(scene.start, large(1)).positionOrThrow(), large(2));
            scene.lab.clock().pass(ContentScene.LIFETIME);
            assertThat(scene.names()).hasSize(2);

            scene.lab.clock().pass(A_DAY);

            assertThat(scene.items("TURN#")).isEmpty();
            assertThat(scene.names()).isEmpty();
            assertThat(deleted).isEqualTo(2);
            assertThat(poller.isCaughtUp()).isTrue();
        }
        assertThat(reclaim.take(seen))
                .as("all records once more")
                .satisfies(again -> assertThat(scene.names()).isEmpty());
    }

    @Test
    void records_told_twice_or_late_delete_nothing_that_a_turn_names() {
        try (StreamPoller poller = follow()) {
            Position at = memory.append(scene.start, large(1)).positionOrThrow();
            Map<String, AttributeValue> item = scene.items("TURN#").get(0);
            delete(item);
            // Restored from a backup, say, before the record of its removal was read.
            scene.lab.backstage().putItem(put -> put.tableName(scene.table).item(item));
            scene.lab.clock().pass(Duration.ofMinutes(10));

            assertThat(poller.isCaughtUp()).isTrue();
            assertThat(scene.names()).hasSize(1);
            assertThat(memory.append(at, large(2))).isInstanceOf(Append.Appended.class);
        }
        reclaim.take(seen);
        assertThat(scene.load(memory)).extracting(StoredTurn::turn).containsExactly(large(1), large(2));
    }

    @Test
    void overwriting_a_turn_without_its_content_lets_go_of_it() {
        try (StreamPoller poller = follow()) {
            memory.append(scene.start, large(1));
            Map<String, AttributeValue> item = scene.items("TURN#").get(0);
            Token place = Token.of(scene.start).at(1);
            scene.lab
                    .backstage()
                    .putItem(put -> put.tableName(scene.table)
                            .item(Items.item(
                                    place,
                                    Turn.user("t-1", "[redacted]"),
                                    scene.lab.clock().instant())));
            scene.lab.clock().pass(Duration.ofMinutes(10));

            assertThat(poller.isCaughtUp()).isTrue();
            assertThat(item).containsKey("content");
            assertThat(scene.names()).isEmpty();
        }
    }

    @Test
    void a_sweep_finds_what_refused_appends_have_left_and_spares_what_may_yet_be_named() {
        Position first = memory.append(scene.start, large(1)).positionOrThrow();
        long epoch = Token.of(first).epoch();
        String named = scene.names().get(0);
        String rival = orphan(SESSION, epoch, 1);
        String crashedAtTheTail = orphan(SESSION, epoch, 2);
        String olderLog = orphan(SESSION, epoch - 1, 7);
        String noSession = orphan(SessionId.of("never"), epoch, 1);
        scene.put("foreign/readme", "not ours");

        assertThat(reclaim.sweep(A_DAY))
                .satisfies(young -> assertThat(young.deleted()).isZero());
        scene.lab.clock().pass(Duration.ofHours(25));
        String fresh = orphan(SESSION, epoch, 1);
        assertThat(fresh).isNotEqualTo(rival);
        Reclaimed swept = reclaim.sweep(A_DAY);

        assertThat(swept.deleted()).isEqualTo(3);
        assertThat(swept.kept()).isEqualTo(2);
        assertThat(scene.names())
                .contains(named, crashedAtTheTail, fresh, "foreign/readme")
                .doesNotContain(rival, olderLog, noSession);
        assertThat(scene.load(memory)).extracting(StoredTurn::turn).containsExactly(large(1));
    }

    @Test
    void once_the_session_is_over_a_sweep_leaves_nothing_of_it() {
        memory.append(scene.start, large(1));
        orphan(SESSION, Token.of(scene.start).epoch(), 2);
        scene.lab.clock().pass(ContentScene.LIFETIME.plus(Duration.ofDays(3)));

        assertThat(reclaim.sweep(A_DAY).deleted()).isEqualTo(2);
        assertThat(reclaim.sweep(A_DAY).deleted()).isZero();
        assertThat(scene.names()).isEmpty();
    }

    @Test
    void erasing_finds_parts_and_stored_content_of_one_session_or_one_turn() {
        DynamoSessionMemory splitting = scene.memory(ContentPolicy.usual());
        Position second = splitting
                .append(memory.append(scene.start, large(1)).positionOrThrow(), Turn.user("t-2", "x".repeat(800_000)))
                .positionOrThrow();
        memory.append(second, large(3));
        Position other = memory.create(NewSession.of("s-421")).positionOrThrow();
        memory.append(other, large(4));
        RemoveContent remove = new RemoveContent(scene.table, Optional.of(scene.files));
        Runner runner =
                Runner.over(scene.lab.client(), scene.settings(scene.inStore()).forRunner());

        long epoch = Token.of(second).epoch();
        assertThat(runner.run("redact", remove.of(SESSION, epoch, 1))).isEqualTo(new Removed(0, 1));
        assertThat(runner.run("erase", remove.of(SESSION))).isEqualTo(new Removed(3, 1));
        assertThat(runner.run("erase", remove.of(SESSION))).isEqualTo(new Removed(0, 0));

        assertThat(scene.items("PART#")).isEmpty();
        assertThat(memory.load(SessionId.of("s-421"), Window.latest(1))
                        .contextOrThrow()
                        .turns())
                .extracting(StoredTurn::turn)
                .containsExactly(large(4));
    }

    @Test
    void redacting_a_turn_takes_its_content_from_wherever_it_is() {
        DynamoSessionMemory splitting = scene.memory(ContentPolicy.usual());
        Position second = memory.append(scene.start, large(1)).positionOrThrow();
        splitting.append(second, Turn.user("t-2", "x".repeat(800_000)));

        assertThat(memory.redact(SESSION, 1, "[redacted]")).isInstanceOf(Redacted.Done.class);
        assertThat(memory.remove(SESSION, 2)).isInstanceOf(Redacted.Done.class);

        assertThat(scene.names()).isEmpty();
        assertThat(scene.items("PART#")).isEmpty();
        assertThat(scene.load(memory))
                .extracting(stored -> stored.turn().text())
                .containsExactly("[redacted]");
        assertThat(memory.append(scene.start, large(1))).isInstanceOf(Append.AlreadyThere.class);
        assertThat(scene.names()).isEmpty();
    }

    @Test
    void what_is_too_young_to_sweep_and_settings_without_a_store_are_refused() {
        assertThatThrownBy(() -> reclaim.sweep(Duration.ofMinutes(59))).hasMessageContaining("PT59M");
        assertThatThrownBy(
                        () -> ContentReclaim.on(scene.lab.client(), scene.table, scene.settings(ContentPolicy.usual())))
                .hasMessageContaining("no store");
    }

    private int orphans;

    private String orphan(SessionId session, long epoch, long position) {
        String name = ContentName.of(session, epoch, position, new byte[] {(byte) ++orphans})
                .value();
        scene.put(name, "orphan");
        return name;
    }

    private void delete(Map<String, AttributeValue> item) {
        scene.lab
                .backstage()
                .deleteItem(delete ->
                        delete.tableName(scene.table).key(Map.of("PK", item.get("PK"), "SK", item.get("SK"))));
    }
}
