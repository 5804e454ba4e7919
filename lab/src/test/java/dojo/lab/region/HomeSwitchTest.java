package dojo.lab.region;

import static dojo.lab.region.Globe.EUROPE;
import static dojo.lab.region.Globe.HOME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dojo.lab.item.Change;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionCheck;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** The home Region of a conversation moves: planned without loss, by force with a loss that can be told. */
class HomeSwitchTest {

    private final Globe globe = Globe.ofTwo();
    /** The turns that a writer was told are stored. */
    private final List<String> acknowledged = new ArrayList<>();

    @AfterEach
    void close() {
        globe.close();
    }

    @Test
    void a_planned_switch_loses_nothing() {
        Writer old = new Writer(HOME, claim(HOME, 0));
        IntStream.range(0, 5).forEach(turn -> old.append("turn-" + turn));
        assertThat(globe.regions.unreplicated(HOME)).hasSize(6);

        globe.regions.drain(HOME, EUROPE);
        assertThat(globe.regions.unreplicated(HOME)).isEmpty();
        Writer next = new Writer(EUROPE, claim(EUROPE, 1));
        next.append("turn-5");

        assertThat(turns(EUROPE))
                .containsExactlyInAnyOrderElementsOf(acknowledged)
                .hasSize(6);
    }

    @Test
    void a_forced_switch_loses_exactly_what_is_reported() {
        Writer old = new Writer(HOME, claim(HOME, 0));
        old.append("turn-0");
        old.append("turn-1");
        globe.regions.drain(HOME, EUROPE);
        globe.regions.pause(HOME, EUROPE);
        old.append("turn-2");
        old.append("turn-3");

        globe.regions.isolate(HOME);
        List<String> lost = globe.regions.unreplicated(HOME, EUROPE).stream()
                .map(HomeSwitchTest::id)
                .toList();
        Writer next = new Writer(EUROPE, claim(EUROPE, 1));
        next.append("turn-2");

        assertThat(lost).containsExactly("turn-2", "turn-3");
        assertThat(acknowledged)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(turns(EUROPE).stream(), Stream.of("turn-2", "turn-3"))
                                .toList());
    }

    @Test
    void a_late_writer_with_the_old_epoch_is_refused_after_the_switch() {
        Writer old = new Writer(HOME, claim(HOME, 0));
        old.append("turn-0");
        globe.regions.drain(HOME, EUROPE);
        Writer next = new Writer(EUROPE, claim(EUROPE, 1));

        // It has moved to the new home with its old epoch.
        Writer late = new Writer(EUROPE, old.epoch());
        assertThatThrownBy(() -> late.append("turn-1")).isInstanceOf(TransactionCanceledException.class);
        next.append("turn-1");

        // In the old home it is stopped once the new epoch has arrived, and not before: conditions are local.
        old.append("turn-2");
        globe.wait(Duration.ofSeconds(1));
        assertThatThrownBy(() -> old.append("turn-3")).isInstanceOf(TransactionCanceledException.class);
        assertThat(acknowledged).containsExactly("turn-0", "turn-1", "turn-2");
    }

    @Test
    void a_lost_region_brings_its_late_writes_back_with_it() {
        Writer old = new Writer(HOME, claim(HOME, 0));
        globe.regions.drain(HOME, EUROPE);
        globe.regions.isolate(HOME);
        old.append("turn-0");
        globe.put(HOME, "summary", "old home");
        globe.wait(Duration.ofMinutes(10));
        Writer next = new Writer(EUROPE, claim(EUROPE, 1));
        globe.put(EUROPE, "summary", "new home");
        next.append("turn-1");

        globe.regions.rejoin(HOME);
        globe.wait(Duration.ofSeconds(5));

        // A turn of its own key appears late; what both have written is the later one's; the fence is the new one.
        for (String region : globe.regions.names()) {
            assertThat(turns(region)).containsExactlyInAnyOrder("turn-0", "turn-1");
            assertThat(globe.text(region, "summary")).isEqualTo("new home");
            assertThat(globe.text(region, "fence")).isEqualTo("2");
        }
    }

    @Test
    void draining_what_is_held_up_is_refused_with_a_sentence() {
        globe.put(HOME, "a", "1");
        globe.regions.pause(HOME, EUROPE);
        globe.regions.isolate(EUROPE);

        assertThatIllegalStateException()
                .isThrownBy(() -> globe.regions.drain(HOME, EUROPE))
                .withMessageStartingWith("Replication from us-east-1 to eu-west-1 is held up (")
                .withMessageContainingAll("paused", "eu-west-1 isolated")
                .withMessageEndingWith("Call resume or rejoin first.");
    }

    @Test
    void what_is_not_replicated_is_told_in_the_order_of_its_commits() {
        globe.put(HOME, "a", "1");
        globe.put(HOME, "b", "2");
        globe.delete(HOME, "a");

        assertThat(globe.regions.unreplicated(HOME))
                .extracting(HomeSwitchTest::id)
                .containsExactly("a", "b", "a");
        assertThat(globe.regions.unreplicated(HOME).get(2).after()).isEmpty();
        assertThat(globe.regions.unreplicated(EUROPE)).isEmpty();
    }

    /** Takes over the conversation in this Region: the epoch that fences off whoever wrote before. */
    private int claim(String region, int known) {
        UpdateItemRequest raise = UpdateItemRequest.builder()
                .tableName(Globe.TABLE)
                .key(Map.of("id", AttributeValue.fromS("fence")))
                .updateExpression("SET #epoch = :next")
                .conditionExpression(known == 0 ? "attribute_not_exists(id)" : "#epoch = :known")
                .expressionAttributeNames(Map.of("#epoch", "text"))
                .expressionAttributeValues(
                        known == 0
                                ? Map.of(":next", AttributeValue.fromS("1"))
                                : Map.of(
                                        ":next", AttributeValue.fromS(String.valueOf(known + 1)),
                                        ":known", AttributeValue.fromS(String.valueOf(known))))
                .build();
        globe.client(region).updateItem(raise);
        return known + 1;
    }

    private List<String> turns(String region) {
        return globe.notes(region).keySet().stream()
                .filter(id -> id.startsWith("turn"))
                .toList();
    }

    private static String id(Change change) {
        return Objects.requireNonNull(change.key().get("id")).s();
    }

    /** Appends turns as long as its epoch is that of the fence. */
    private final class Writer {

        private final DynamoDbClient ddb;
        private final int epoch;

        Writer(String region, int epoch) {
            this.ddb = globe.client(region);
            this.epoch = epoch;
        }

        int epoch() {
            return epoch;
        }

        void append(String turn) {
            ddb.transactWriteItems(TransactWriteItemsRequest.builder()
                    .transactItems(
                            TransactWriteItem.builder()
                                    .conditionCheck(ConditionCheck.builder()
                                            .tableName(Globe.TABLE)
                                            .key(Map.of("id", AttributeValue.fromS("fence")))
                                            .conditionExpression("#epoch = :mine")
                                            .expressionAttributeNames(Map.of("#epoch", "text"))
                                            .expressionAttributeValues(
                                                    Map.of(":mine", AttributeValue.fromS(String.valueOf(epoch))))
                                            .build())
                                    .build(),
                            TransactWriteItem.builder()
                                    .put(Put.builder()
                                            .tableName(Globe.TABLE)
                                            .item(Globe.note(turn, "said under epoch " + epoch))
                                            .build())
                                    .build())
                    .build());
            acknowledged.add(turn);
        }
    }
}
