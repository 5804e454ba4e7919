package dojo.lab.region;

import static dojo.lab.region.Globe.EUROPE;
import static dojo.lab.region.Globe.HOME;
import static dojo.lab.region.Globe.TABLE;
import static dojo.lab.region.Globe.WEST;
import static dojo.lab.region.Globe.note;
import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.law.TraceLine;
import dojo.lab.region.RegionSettings.Mode;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * Multi-Region eventual consistency, every change one second away unless said otherwise.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/V2globaltables_HowItWorks.html">How
 *     DynamoDB global tables work</a>
 */
class EventualTest {

    private static final Duration HALF = Duration.ofMillis(500);
    private static final Duration TENTH = Duration.ofMillis(100);

    private final Globe globe = Globe.ofTwo();

    @AfterEach
    void close() {
        globe.close();
    }

    @Test
    void a_strong_read_sees_a_write_from_elsewhere_only_once_it_has_arrived() {
        globe.put(HOME, "a", "from home");

        assertThat(globe.text(HOME, "a")).isEqualTo("from home");
        assertThat(globe.text(EUROPE, "a")).isEmpty();
        globe.wait(Duration.ofMillis(999));
        assertThat(globe.text(EUROPE, "a")).isEmpty();
        globe.wait(Duration.ofMillis(1));
        assertThat(globe.text(EUROPE, "a")).isEqualTo("from home");
    }

    @Test
    void the_later_of_two_updates_wins_everywhere_and_the_earlier_is_lost() {
        globe.put(HOME, "a", "earlier");
        globe.wait(TENTH);
        globe.put(EUROPE, "a", "later");
        globe.wait(HALF);
        assertThat(globe.text(HOME, "a")).isEqualTo("earlier");
        assertThat(globe.text(EUROPE, "a")).isEqualTo("later");

        // 1.0 s: the earlier one reaches Europe, in vain; 1.1 s: the later one reaches home.
        globe.wait(Duration.ofSeconds(1));

        assertThat(globe.text(HOME, "a")).isEqualTo("later");
        assertThat(globe.text(EUROPE, "a")).isEqualTo("later");
        assertThat(globe.lab.trace().lines())
                .extracting(TraceLine::toString)
                .anyMatch(line -> line.endsWith("2026-11-01T00:00:01Z eu-west-1 regions: put of notes a in us-east-1,"
                        + " 1000 ms ago: lost against what was written later"));
    }

    @Test
    void an_increment_in_each_region_counts_once() {
        globe.put(HOME, "counter", "");
        globe.wait(Duration.ofSeconds(2));
        increment(HOME);
        globe.wait(TENTH);
        increment(EUROPE);
        globe.wait(Duration.ofSeconds(2));

        assertThat(count(HOME)).isEqualTo("1");
        assertThat(count(EUROPE)).isEqualTo("1");
    }

    @Test
    void the_whole_item_wins_not_the_attributes() {
        globe.put(HOME, "a", "shared");
        globe.wait(Duration.ofSeconds(2));
        set(HOME, "red", "1");
        globe.wait(TENTH);
        set(EUROPE, "blue", "2");
        globe.wait(Duration.ofSeconds(2));

        // Two disjoint updates of one item: merged attributes would show both.
        assertThat(item(HOME)).containsOnlyKeys("id", "text", "blue").isEqualTo(item(EUROPE));
    }

    @Test
    void a_delete_beats_an_older_put_that_arrives_later() {
        globe.put(EUROPE, "a", "first");
        globe.wait(Duration.ofSeconds(2));
        globe.put(HOME, "a", "older put");
        globe.wait(TENTH);
        globe.delete(EUROPE, "a");
        assertThat(globe.notes(EUROPE)).isEmpty();

        globe.wait(Duration.ofSeconds(2));

        assertThat(globe.notes(EUROPE)).isEmpty();
        assertThat(globe.notes(HOME)).isEmpty();
    }

    @Test
    void a_put_beats_an_older_delete_that_arrives_later() {
        globe.put(HOME, "a", "first");
        globe.wait(Duration.ofSeconds(2));
        globe.delete(HOME, "a");
        globe.wait(TENTH);
        globe.put(EUROPE, "a", "newer put");
        globe.wait(Duration.ofSeconds(2));

        assertThat(globe.notes(HOME)).containsOnly(Map.entry("a", "newer put"));
        assertThat(globe.notes(EUROPE)).containsOnly(Map.entry("a", "newer put"));
    }

    @Test
    void the_region_listed_first_wins_at_the_same_instant() {
        globe.put(EUROPE, "a", "Europe");
        globe.put(HOME, "a", "home");
        globe.wait(Duration.ofSeconds(2));

        assertThat(globe.text(HOME, "a")).isEqualTo("home");
        assertThat(globe.text(EUROPE, "a")).isEqualTo("home");
    }

    @Test
    void the_second_write_of_one_region_at_the_same_instant_replaces_the_first_everywhere() {
        globe.put(EUROPE, "a", "first");
        globe.put(EUROPE, "a", "second");
        globe.put(HOME, "a", "home");
        globe.wait(Duration.ofSeconds(2));

        // The second is stamped a nanosecond after the first, and so after the one at home.
        assertThat(globe.text(HOME, "a")).isEqualTo("second");
        assertThat(globe.text(EUROPE, "a")).isEqualTo("second");
    }

    @Test
    void a_condition_passes_in_both_regions() {
        PutItemRequest claim = PutItemRequest.builder()
                .tableName(TABLE)
                .item(note("lock", "mine"))
                .conditionExpression("attribute_not_exists(id)")
                .build();

        globe.client(HOME).putItem(claim);
        globe.wait(TENTH);
        globe.client(EUROPE)
                .putItem(claim.toBuilder().item(note("lock", "Europe's")).build());
        globe.wait(Duration.ofSeconds(2));

        // Nobody was refused, and the owner at home has lost the lock without a word.
        assertThat(globe.text(HOME, "lock")).isEqualTo("Europe's");
    }

    @Test
    void a_transaction_arrives_in_pieces() {
        RegionSettings scattered = RegionSettings.of(HOME, EUROPE)
                .allTables(Mode.EVENTUAL)
                .lag(Duration.ofMillis(100), Duration.ofSeconds(1));
        try (Globe wide = Globe.of(scattered)) {
            wide.client(HOME)
                    .transactWriteItems(TransactWriteItemsRequest.builder()
                            .transactItems(IntStream.range(0, 10)
                                    .mapToObj(i -> TransactWriteItem.builder()
                                            .put(Put.builder()
                                                    .tableName(TABLE)
                                                    .item(note("t" + i, "whole"))
                                                    .build())
                                            .build())
                                    .toList())
                            .build());
            assertThat(wide.notes(HOME)).hasSize(10);
            Set<Integer> seen = new HashSet<>();
            while (wide.regions.pending(HOME, EUROPE) > 0) {
                seen.add(wide.notes(EUROPE).size());
                wide.wait(Duration.ofMillis(1));
            }

            // Ten lags of their own: the other Region shows parts of it, from nothing to nearly all.
            assertThat(seen).contains(0).hasSizeGreaterThan(5);
            assertThat(wide.notes(EUROPE)).hasSize(10);
        }
    }

    @Test
    void nothing_goes_round_in_circles() {
        RegionSettings three = RegionSettings.of(HOME, WEST, EUROPE).allTables(Mode.EVENTUAL);
        try (Globe wide = Globe.of(three)) {
            wide.put(HOME, "a", "once");
            wide.put(WEST, "b", "once");
            wide.wait(Duration.ofDays(1));

            for (String from : wide.regions.names()) {
                assertThat(wide.regions.unreplicated(from)).isEmpty();
            }
            // Two writes, each to two others.
            assertThat(wide.regions.bill(HOME).writes()
                            + wide.regions.bill(WEST).writes()
                            + wide.regions.bill(EUROPE).writes())
                    .isEqualTo(4);
        }
    }

    @Test
    void a_write_that_changes_nothing_is_not_replicated() {
        globe.put(HOME, "a", "same");
        globe.wait(Duration.ofSeconds(2));
        globe.put(EUROPE, "a", "same");
        globe.delete(EUROPE, "never there");

        assertThat(globe.regions.unreplicated(EUROPE)).isEmpty();
    }

    @Test
    void batches_statements_and_backstage_writes_are_replicated_too() {
        globe.client(HOME)
                .batchWriteItem(BatchWriteItemRequest.builder()
                        .requestItems(Map.of(
                                TABLE,
                                List.of(WriteRequest.builder()
                                        .putRequest(put -> put.item(note("batch", "1")))
                                        .build())))
                        .build());
        globe.client(HOME)
                .executeStatement(statement ->
                        statement.statement("INSERT INTO \"" + TABLE + "\" VALUE {'id': 'statement', 'text': '2'}"));
        globe.lab.in(HOME).backstage().putItem(put -> put.tableName(TABLE).item(note("backstage", "3")));
        globe.wait(Duration.ofSeconds(1));

        assertThat(globe.notes(EUROPE))
                .containsOnly(Map.entry("batch", "1"), Map.entry("statement", "2"), Map.entry("backstage", "3"));
    }

    private void increment(String region) {
        globe.client(region)
                .updateItem(UpdateItemRequest.builder()
                        .tableName(TABLE)
                        .key(Map.of("id", AttributeValue.fromS("counter")))
                        .updateExpression("ADD turns :one")
                        .expressionAttributeValues(Map.of(":one", AttributeValue.fromN("1")))
                        .build());
    }

    private String count(String region) {
        return globe.client(region)
                .getItem(get -> get.tableName(TABLE).key(Map.of("id", AttributeValue.fromS("counter"))))
                .item()
                .getOrDefault("turns", AttributeValue.fromN("0"))
                .n();
    }

    private void set(String region, String attribute, String value) {
        globe.client(region)
                .updateItem(UpdateItemRequest.builder()
                        .tableName(TABLE)
                        .key(Map.of("id", AttributeValue.fromS("a")))
                        .updateExpression("SET #name = :value")
                        .expressionAttributeNames(Map.of("#name", attribute))
                        .expressionAttributeValues(Map.of(":value", AttributeValue.fromS(value)))
                        .build());
    }

    private Map<String, AttributeValue> item(String region) {
        return globe.client(region)
                .getItem(get -> get.tableName(TABLE)
                        .key(Map.of("id", AttributeValue.fromS("a")))
                        .consistentRead(true))
                .item();
    }
}
