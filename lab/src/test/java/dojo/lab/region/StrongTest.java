package dojo.lab.region;

import static dojo.lab.region.Globe.EUROPE;
import static dojo.lab.region.Globe.HOME;
import static dojo.lab.region.Globe.TABLE;
import static dojo.lab.region.Globe.WEST;
import static dojo.lab.region.Globe.note;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dojo.lab.region.RegionSettings.Mode;
import dojo.lab.time.Scenario;
import dojo.lab.time.VirtualClock;
import java.time.Duration;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.Get;
import software.amazon.awssdk.services.dynamodb.model.MultiRegionConsistency;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ReplicatedWriteConflictException;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItem;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * Multi-Region strong consistency in three Regions; changes need a second until all reads see them.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/V2globaltables_HowItWorks.html">How
 *     DynamoDB global tables work</a>
 */
@Timeout(60)
class StrongTest {

    private final Globe globe = Globe.of(RegionSettings.of(HOME, WEST, EUROPE)
            .allTables(Mode.STRONG)
            .lag(Duration.ofSeconds(1), Duration.ofSeconds(1)));

    @AfterEach
    void close() {
        globe.close();
    }

    @Test
    void a_strong_read_sees_a_write_from_any_region_at_once() {
        globe.put(HOME, "a", "from home");

        assertThat(globe.text(EUROPE, "a")).isEqualTo("from home");
        assertThat(globe.text(WEST, "a")).isEqualTo("from home");
    }

    @Test
    void another_read_may_lag() {
        globe.put(HOME, "a", "from home");

        assertThat(eventually(EUROPE)).isEmpty();
        globe.wait(Duration.ofSeconds(1));
        assertThat(eventually(EUROPE)).containsKey("text");
    }

    @Test
    void a_condition_sees_the_latest_version_from_any_region() {
        globe.put(HOME, "lock", "mine");

        assertThatThrownBy(() -> globe.client(EUROPE)
                        .putItem(put -> put.tableName(TABLE)
                                .item(note("lock", "Europe's"))
                                .conditionExpression("attribute_not_exists(id)")))
                .isInstanceOf(ConditionalCheckFailedException.class);
        assertThat(globe.text(WEST, "lock")).isEqualTo("mine");
    }

    @Test
    void increments_in_turn_all_count() {
        globe.put(HOME, "a", "");
        for (int i = 0; i < 3; i++) {
            for (String region : globe.regions.names()) {
                globe.client(region).updateItem(increment());
            }
        }
        globe.wait(Duration.ofSeconds(5));

        for (String region : globe.regions.names()) {
            assertThat(eventually(region)).containsEntry("turns", AttributeValue.fromN("9"));
        }
    }

    @Test
    void writes_and_strong_reads_take_longer() {
        globe.put(HOME, "a", "1");
        assertThat(globe.lab.clock().instant()).isEqualTo(VirtualClock.START.plusMillis(150));
        globe.text(EUROPE, "a");
        assertThat(globe.lab.clock().instant()).isEqualTo(VirtualClock.START.plusMillis(250));
        eventually(EUROPE);
        assertThat(globe.lab.clock().instant()).isEqualTo(VirtualClock.START.plusMillis(250));
    }

    @Test
    void of_two_writes_to_an_item_at_once_the_second_is_refused_and_retried_by_the_sdk() {
        RegionSettings usual = RegionSettings.of(HOME, WEST, EUROPE).allTables(Mode.STRONG);
        // Longer than the SDK goes on retrying: 25 + 50 + 100 ms at most.
        RegionSettings slow = new RegionSettings(
                usual.members(),
                usual.tables(),
                usual.mode(),
                usual.shortestLag(),
                usual.usualLag(),
                Duration.ofSeconds(10),
                usual.strongReadLatency());
        try (Globe globe = Globe.of(slow)) {
            Scenario.on((VirtualClock) globe.lab.clock(), 1)
                    .task("home", () -> globe.put(HOME, "a", "home"))
                    .task("Europe", () -> {
                        globe.lab.clock().pass(Duration.ofMillis(50));
                        assertThatThrownBy(() -> globe.put(EUROPE, "a", "Europe"))
                                .isInstanceOf(ReplicatedWriteConflictException.class)
                                .hasMessageStartingWith("One or more items in this request are being modified by a"
                                        + " request in another Region.");
                    })
                    .run();
            // Four attempts, each refused.
            assertThat(globe.lab.trace().lines())
                    .filteredOn(line -> line.words().equals("refused: us-east-1 is writing the same item"))
                    .hasSize(4)
                    .allSatisfy(line -> assertThat(line.law()).isEqualTo("eu-west-1 regions"));
            assertThat(globe.text(WEST, "a")).isEqualTo("home");
            globe.put(EUROPE, "a", "again");
            assertThat(globe.text(WEST, "a")).isEqualTo("again");
        }
    }

    @Test
    void writes_to_different_items_and_from_one_region_do_not_conflict() {
        Scenario.on((VirtualClock) globe.lab.clock(), 1)
                .task("home", () -> globe.put(HOME, "a", "home"))
                .task("home again", () -> globe.client(HOME).updateItem(increment()))
                .task("Europe", () -> globe.put(EUROPE, "b", "Europe"))
                .run();

        assertThat(globe.text(WEST, "b")).isEqualTo("Europe");
        assertThat(globe.lab.trace().lines()).noneMatch(line -> line.words().contains("refused"));
    }

    @Test
    void a_statement_sees_the_latest_version_too() {
        globe.put(HOME, "a", "home");
        globe.client(EUROPE)
                .executeStatement(statement -> statement.statement(
                        "UPDATE \"" + TABLE + "\" SET note = 'seen' WHERE id = 'a' AND text = 'home'"));

        assertThat(globe.client(WEST)
                        .executeStatement(statement -> statement
                                .statement("SELECT * FROM \"" + TABLE + "\" WHERE id = 'a'")
                                .consistentRead(true))
                        .items())
                .singleElement()
                .satisfies(item -> assertThat(item).containsKeys("note", "text"));
    }

    @Test
    void transactions_are_refused() {
        refused(
                () -> globe.client(HOME)
                        .transactWriteItems(TransactWriteItemsRequest.builder()
                                .transactItems(TransactWriteItem.builder()
                                        .put(Put.builder()
                                                .tableName(TABLE)
                                                .item(note("a", ""))
                                                .build())
                                        .build())
                                .build()),
                "Transactional operations are not supported");
        refused(
                () -> globe.client(EUROPE)
                        .transactGetItems(TransactGetItemsRequest.builder()
                                .transactItems(TransactGetItem.builder()
                                        .get(Get.builder()
                                                .tableName(TABLE)
                                                .key(Map.of("id", AttributeValue.fromS("a")))
                                                .build())
                                        .build())
                                .build()),
                "Transactional operations are not supported");
        assertThat(globe.notes(HOME)).isEmpty();
    }

    @Test
    void time_to_live_is_refused() {
        refused(
                () -> globe.client(WEST)
                        .updateTimeToLive(update -> update.tableName(TABLE)
                                .timeToLiveSpecification(
                                        setting -> setting.enabled(true).attributeName("expires"))),
                "TimeToLive is not supported");
    }

    @Test
    void a_region_cut_off_refuses_writes_and_strong_reads_while_the_others_go_on() {
        globe.put(EUROPE, "a", "before");
        globe.regions.isolate(EUROPE);

        assertThatThrownBy(() -> globe.put(EUROPE, "a", "alone"))
                .isInstanceOfSatisfying(
                        DynamoDbException.class, e -> assertThat(e.statusCode()).isEqualTo(503));
        assertThatThrownBy(() -> globe.text(EUROPE, "a"))
                .isInstanceOfSatisfying(
                        DynamoDbException.class, e -> assertThat(e.statusCode()).isEqualTo(503));
        assertThat(eventually(EUROPE)).containsEntry("text", AttributeValue.fromS("before"));

        // Acknowledged there before: not lost with the Region.
        assertThat(globe.text(HOME, "a")).isEqualTo("before");
        globe.put(HOME, "a", "meanwhile");
        assertThat(globe.text(WEST, "a")).isEqualTo("meanwhile");

        globe.regions.rejoin(EUROPE);
        assertThat(globe.text(EUROPE, "a")).isEqualTo("meanwhile");
    }

    @Test
    void without_two_of_three_regions_nobody_writes() {
        globe.regions.isolate(EUROPE);
        globe.regions.isolate(WEST);

        assertThatThrownBy(() -> globe.put(HOME, "a", "alone")).isInstanceOf(DynamoDbException.class);
        globe.regions.rejoin(WEST);
        globe.put(HOME, "a", "two again");
        assertThat(globe.text(WEST, "a")).isEqualTo("two again");
    }

    @Test
    void a_table_of_the_same_name_elsewhere_has_nothing_to_do_with_it() {
        RegionSettings four =
                RegionSettings.of(HOME, WEST, EUROPE, "ap-south-1").lag(Duration.ZERO, Duration.ofSeconds(1));
        try (Globe wide = Globe.of(four)) {
            wide.client("ap-south-1").createTable(Globe.table().build());
            wide.client(HOME)
                    .updateTable(ReplicasTest.replica(TABLE, WEST, EUROPE)
                            .multiRegionConsistency(MultiRegionConsistency.STRONG)
                            .build());
            wide.put(HOME, "a", "strong");
            wide.put("ap-south-1", "a", "alone");
            wide.regions.isolate("ap-south-1");
            wide.wait(Duration.ofDays(1));

            assertThat(wide.text("ap-south-1", "a")).isEqualTo("alone");
            assertThat(wide.text(EUROPE, "a")).isEqualTo("strong");
        }
    }

    private static void refused(ThrowingCallable call, String words) {
        DynamoDbException refused = catchThrowableOfType(DynamoDbException.class, call);
        assertThat(refused.awsErrorDetails().errorCode()).isEqualTo("ValidationException");
        assertThat(refused.awsErrorDetails().errorMessage()).startsWith(words);
    }

    private Map<String, AttributeValue> eventually(String region) {
        return globe.client(region)
                .getItem(get -> get.tableName(TABLE).key(Map.of("id", AttributeValue.fromS("a"))))
                .item();
    }

    private static UpdateItemRequest increment() {
        return UpdateItemRequest.builder()
                .tableName(TABLE)
                .key(Map.of("id", AttributeValue.fromS("a")))
                .updateExpression("ADD turns :one")
                .expressionAttributeValues(Map.of(":one", AttributeValue.fromN("1")))
                .build();
    }
}
