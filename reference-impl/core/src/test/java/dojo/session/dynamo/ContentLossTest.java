package dojo.session.dynamo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dojo.lab.fault.Fault;
import dojo.lab.fault.FaultLaw;
import dojo.lab.fault.FaultRule;
import dojo.session.Append;
import dojo.session.Position;
import dojo.session.StoredTurn;
import dojo.session.StoredTurn.Loss;
import dojo.session.Turn;
import dojo.session.Window;
import dojo.session.content.ContentPolicy;
import dojo.session.content.Prose;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/** What is left of a conversation when content is lost, and what a crash between content and turn leaves. */
class ContentLossTest {
    private static final Turn LARGE = Turn.assistant("t-1", Prose.of(500_000, 1));
    private static final Turn SMALL = Turn.user("t-2", "And volume 4?");

    private final Path folder;
    private final ContentScene scene;

    ContentLossTest(@TempDir Path folder) {
        this.folder = folder;
        this.scene = new ContentScene(folder);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void a_missing_part_costs_that_turn_and_no_other() {
        DynamoSessionMemory memory = stored(ContentPolicy.usual());
        delete(scene.items("PART#").get(1));

        assertLost(memory, Loss.MISSING);
    }

    @Test
    void a_part_of_other_bytes_is_noticed() {
        DynamoSessionMemory memory = stored(ContentPolicy.usual());
        change(scene.items("PART#").get(0), "body", AttributeValue.fromB(SdkBytes.fromByteArray(new byte[370_000])));

        assertLost(memory, Loss.DAMAGED);
    }

    @Test
    void packed_content_that_was_cut_or_changed_is_noticed() {
        DynamoSessionMemory memory = stored(ContentPolicy.usual().packing());
        Map<String, AttributeValue> item = scene.items("TURN#").get(0);
        byte[] body = Items.bytes(item, "body").asByteArray();

        body[body.length / 2] ^= 1;
        change(item, "body", AttributeValue.fromB(SdkBytes.fromByteArray(body)));
        assertLost(memory, Loss.DAMAGED);

        change(item, "body", AttributeValue.fromB(SdkBytes.fromByteArray(new byte[10])));
        assertLost(memory, Loss.DAMAGED);

        change(item, "bytes", AttributeValue.fromN("2000000000"));
        assertLost(memory, Loss.DAMAGED);
    }

    @Test
    void content_missing_in_the_store_or_changed_there_costs_that_turn_only() {
        DynamoSessionMemory memory = stored(scene.inStore());
        String name = scene.names().get(0);

        scene.put(name, "something else");
        assertLost(memory, Loss.DAMAGED);

        scene.files.delete(name).join();
        assertLost(memory, Loss.MISSING);
    }

    @Test
    void a_turn_whose_content_is_lost_still_knows_its_own_retry() {
        DynamoSessionMemory memory = stored(ContentPolicy.usual());
        scene.items("PART#").forEach(this::delete);

        assertThat(memory.append(scene.start, LARGE)).isInstanceOf(Append.AlreadyThere.class);
    }

    @Test
    void a_packing_of_a_later_version_is_refused_by_its_name() {
        DynamoSessionMemory memory = stored(ContentPolicy.usual().packing());
        change(scene.items("TURN#").get(0), "packing", AttributeValue.fromS("zstd-9"));

        assertThatThrownBy(() -> scene.load(memory))
                .hasMessageContaining("zstd-9")
                .hasMessageContaining("update");
    }

    @Test
    void a_crash_before_the_turn_leaves_no_turn_and_the_retry_stores_it() {
        for (ContentPolicy policy : List.of(ContentPolicy.usual(), scene.inStore())) {
            DynamoSessionMemory memory = scene.memory(policy);
            Position at = scene.load(memory).isEmpty() ? scene.start : tail(memory);
            Turn turn = Turn.user("t-" + policy.store().isPresent(), Prose.of(500_000, 2));
            FaultLaw law = scene.lab.law(FaultLaw.class);
            // The last put of an append is that of the turn.
            int puts = policy.store().isPresent() ? 1 : 3;
            for (int attempt = 0; attempt < 4; attempt++) {
                law.inject(
                        FaultRule.of(Fault.INTERNAL_SERVER_ERROR).on("PutItem").nth(puts + attempt));
            }
            int before = scene.load(memory).size();

            assertThatThrownBy(() -> memory.append(at, turn)).isInstanceOf(DynamoDbException.class);
            assertThat(scene.load(memory)).hasSize(before);

            assertThat(memory.append(at, turn)).isInstanceOf(Append.Appended.class);
            assertThat(scene.load(memory).get(before).turn()).isEqualTo(turn);
        }
    }

    @Test
    void an_eventual_load_that_sees_a_turn_before_its_parts_looks_again() {
        try (ContentScene lagging = new ContentScene(folder.resolve("lagging"), ContentScene.lagging())) {
            DynamoSessionMemory memory = lagging.memory(ContentPolicy.usual());
            lagging.lab.clock().pass(Duration.ofMinutes(1));
            memory.append(lagging.start, LARGE);

            for (int i = 0; i < 20; i++) {
                memory.load(ContentScene.SESSION, Window.latest(5).eventually())
                        .contextOrThrow()
                        .turns()
                        .forEach(stored -> assertThat(stored.turn()).isEqualTo(LARGE));
            }
            assertThat(lagging.load(memory)).extracting(StoredTurn::turn).containsExactly(LARGE);
        }
    }

    private DynamoSessionMemory stored(ContentPolicy policy) {
        DynamoSessionMemory memory = scene.memory(policy);
        memory.append(memory.append(scene.start, LARGE).positionOrThrow(), SMALL);
        assertThat(scene.load(memory)).extracting(StoredTurn::turn).containsExactly(LARGE, SMALL);
        return memory;
    }

    private void assertLost(DynamoSessionMemory memory, Loss loss) {
        List<StoredTurn> turns = scene.load(memory);
        assertThat(turns).hasSize(2);
        assertThat(turns.get(0).loss()).contains(loss);
        assertThat(turns.get(0).turn().text()).isEqualTo(StoredTurn.LOST);
        assertThat(turns.get(0).turn().id()).isEqualTo(LARGE.id());
        assertThat(turns.get(1).loss()).isEqualTo(Optional.empty());
        assertThat(turns.get(1).turn()).isEqualTo(SMALL);
    }

    private Position tail(DynamoSessionMemory memory) {
        return memory.load(ContentScene.SESSION, Window.latest(1))
                .contextOrThrow()
                .tail();
    }

    private void delete(Map<String, AttributeValue> item) {
        scene.lab
                .backstage()
                .deleteItem(delete ->
                        delete.tableName(scene.table).key(Map.of("PK", item.get("PK"), "SK", item.get("SK"))));
    }

    private void change(Map<String, AttributeValue> item, String name, AttributeValue value) {
        Map<String, AttributeValue> changed = new HashMap<>(item);
        changed.put(name, value);
        scene.lab.backstage().putItem(put -> put.tableName(scene.table).item(changed));
    }
}
