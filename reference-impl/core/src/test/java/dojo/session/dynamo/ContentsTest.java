package dojo.session.dynamo;

import static dojo.session.dynamo.ContentScene.SESSION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dojo.lab.bill.Bill;
import dojo.lab.item.ItemSize;
import dojo.session.Append;
import dojo.session.NewSession;
import dojo.session.Position;
import dojo.session.Replaced;
import dojo.session.Scope;
import dojo.session.SessionId;
import dojo.session.StoredTurn;
import dojo.session.Turn;
import dojo.session.Window;
import dojo.session.content.ContentPolicy;
import dojo.session.content.Prose;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class ContentsTest {
    private static final Turn LARGE =
            Turn.assistant("t-1", Prose.of(900_000, 1)).with("tool", "search");
    private static final Turn SMALL = Turn.user("t-2", "And volume 4?");

    private final ContentScene scene;

    ContentsTest(@TempDir Path folder) {
        this.scene = new ContentScene(folder);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void a_turn_too_large_for_an_item_is_split_and_comes_back_whole() {
        DynamoSessionMemory memory = scene.memory(ContentPolicy.usual());

        Position first = memory.append(scene.start, LARGE).positionOrThrow();
        memory.append(first, SMALL);

        assertThat(scene.load(memory)).extracting(StoredTurn::turn).containsExactly(LARGE, SMALL);
        assertThat(scene.items("PART#")).hasSize(3).allMatch(part -> ItemSize.bytes(part) < 409_600);
        assertThat(scene.items("PART#"))
                .extracting(part -> part.get("ttl"))
                .containsOnly(scene.items("TURN#").get(0).get("ttl"));
    }

    @Test
    void every_way_to_store_a_turn_and_to_read_one_knows_large_content() {
        for (ContentPolicy policy : List.of(ContentPolicy.usual().packing(), scene.inStore())) {
            DynamoSessionMemory memory = scene.memory(policy);
            String id = "s-" + policy.store().isPresent();
            SessionId session = SessionId.of(id);
            Position start = memory.create(NewSession.of(id)).positionOrThrow();
            Turn other = Turn.user("t-3", Prose.of(400_000, 3));
            Turn third = Turn.user("t-4", Prose.of(420_000, 4));
            Turn fourth = Turn.user("t-5", Prose.of(430_000, 5));

            Position batch = memory.append(start, List.of(SMALL, LARGE)).positionOrThrow();
            memory.append(session, other, Scope.tail(5));
            memory.append(session, third, Scope.marker(Duration.ofHours(1)));
            List<Turn> all = List.of(SMALL, LARGE, other, third, fourth);
            assertThat(memory.replace(session, all)).isInstanceOf(Replaced.Stored.class);

            assertThat(memory.append(start, List.of(SMALL, LARGE)).positionOrThrow())
                    .isEqualTo(batch);
            assertThat(memory.read(session, 0, 10).turnsOrThrow())
                    .extracting(StoredTurn::turn)
                    .containsAll(all);
            assertThat(memory.load(session, Window.latest(4)).contextOrThrow().turns())
                    .extracting(StoredTurn::turn)
                    .contains(other, third, fourth);
            assertThat(memory.current(session).contextOrThrow().turns())
                    .extracting(StoredTurn::turn)
                    .containsExactlyElementsOf(all);
        }
    }

    @Test
    void the_asynchronous_memory_does_the_same() {
        AsyncDynamoSessionMemory memory =
                AsyncDynamoSessionMemory.on(scene.lab.asyncClient(), scene.table, scene.settings(scene.inStore()));

        memory.append(scene.start, LARGE).join();

        assertThat(memory.load(SESSION, Window.latest(1))
                        .join()
                        .contextOrThrow()
                        .turns())
                .extracting(StoredTurn::turn)
                .containsExactly(LARGE);
        assertThat(scene.names()).hasSize(1);
    }

    @Test
    void content_is_packed_exactly_where_that_saves_a_write_unit() {
        ContentPolicy packing = ContentPolicy.usual().packing();
        List<Boolean> packed = new ArrayList<>();
        for (int length = 100; length < 6_000; length += 97) {
            Turn turn = Turn.user("t-1", Prose.of(length, length)).with("language", "en");
            Map<String, AttributeValue> plain = Items.item(
                    Token.of(scene.start).at(1), turn, scene.lab.clock().instant());
            Form form = Form.of(plain, turn, packing);
            boolean isPacked = Form.isPacked(form.item());

            packed.add(isPacked);
            if (isPacked) {
                assertThat(units(form.item())).isLessThan(units(plain));
            } else {
                assertThat(form.item()).isEqualTo(plain);
            }
        }
        assertThat(packed).contains(true, false);
        assertThat(packed.subList(0, 8)).containsOnly(false);
    }

    @Test
    void an_item_within_its_first_kilobyte_is_never_packed_however_well_it_would_pack() {
        Turn repeated = Turn.user("t-1", "a".repeat(700));
        Map<String, AttributeValue> plain = Items.item(
                Token.of(scene.start).at(1), repeated, scene.lab.clock().instant());

        assertThat(Form.of(plain, repeated, ContentPolicy.usual().packing()).item())
                .isEqualTo(plain);
    }

    @Test
    void a_chat_turn_of_two_kilobytes_costs_one_unit_packed_and_two_as_it_is() {
        Turn turn = Turn.assistant("t-1", Prose.of(1_500, 8));

        Bill packed =
                scene.billed(() -> scene.memory(ContentPolicy.usual().packing()).append(scene.start, turn));
        assertThat(packed.writeUnits()).isEqualTo(1);
        assertThat(packed.requests()).isEqualTo(1);
        assertThat(scene.load(scene.memory(ContentPolicy.usual())))
                .extracting(StoredTurn::turn)
                .containsExactly(turn);
    }

    @Test
    void a_retry_needs_neither_the_same_policy_nor_a_second_copy() {
        Append first = scene.memory(ContentPolicy.usual()).append(scene.start, LARGE);

        Bill retry = scene.billed(
                () -> assertThat(scene.memory(scene.inStore().packing()).append(scene.start, LARGE))
                        .isInstanceOf(Append.AlreadyThere.class)
                        .satisfies(again -> assertThat(again.positionOrThrow()).isEqualTo(first.positionOrThrow())));

        assertThat(retry.writeUnits()).isZero();
        assertThat(scene.names()).isEmpty();
        assertThat(scene.memory(ContentPolicy.usual()).append(scene.start, Turn.user("t-1", Prose.of(900_000, 2))))
                .isInstanceOf(Append.Mismatch.class);
    }

    @Test
    void a_rival_in_the_place_is_met_before_anything_large_is_written() {
        scene.memory(ContentPolicy.usual()).append(scene.start, SMALL);

        Bill refused = scene.billed(
                () -> assertThat(scene.memory(ContentPolicy.usual()).append(scene.start, LARGE))
                        .isInstanceOf(Append.Conflict.class));

        assertThat(refused.writeUnits()).isZero();
        assertThat(scene.items("PART#")).isEmpty();
    }

    @Test
    void content_above_the_limit_is_refused_with_its_size_before_any_request() {
        Turn huge = Turn.user("t-1", "é".repeat(5_000_001));
        DynamoSessionMemory memory = scene.memory(ContentPolicy.usual());

        Bill none = scene.billed(() -> {
            assertThatThrownBy(() -> memory.append(scene.start, huge))
                    .hasMessageContaining("10000002 bytes")
                    .hasMessageContaining("keep it elsewhere");
            assertThatThrownBy(() -> memory.append(scene.start, List.of(SMALL, huge)))
                    .hasMessageContaining("10000002");
            assertThatThrownBy(() -> memory.append(SESSION, huge, Scope.tail(2)))
                    .hasMessageContaining("10000002");
            assertThatThrownBy(() -> memory.replace(SESSION, List.of(huge))).hasMessageContaining("10000002");
        });

        assertThat(none.requests()).isZero();
    }

    @Test
    void a_memory_without_the_store_says_what_it_lacks() {
        scene.memory(scene.inStore()).append(scene.start, LARGE);

        assertThatThrownBy(() -> scene.load(scene.memory(ContentPolicy.usual())))
                .hasMessageContaining("this memory has none")
                .hasMessageContaining("keepingIn");
    }

    private static long units(Map<String, AttributeValue> item) {
        return (ItemSize.bytes(item) + 1_023) / 1_024;
    }
}
