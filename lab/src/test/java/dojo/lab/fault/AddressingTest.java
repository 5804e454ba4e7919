package dojo.lab.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.Get;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Whom a rule strikes: a fault that takes no time shows it without disturbing anybody. */
class AddressingTest {

    private static final FaultRule HARMLESS = FaultRule.of(Fault.SLOW).taking(Duration.ZERO, Duration.ZERO);

    @Test
    void the_nth_request_is_counted_among_those_that_match() {
        try (Faulty scene = new Faulty(HARMLESS.on("GetItem").nth(3))) {
            scene.get("a");
            scene.put("a");
            scene.get("a");
            assertThat(struck(scene)).containsExactly(0L);

            scene.get("b");
            assertThat(struck(scene)).containsExactly(1L);

            scene.get("c");
            assertThat(struck(scene)).containsExactly(1L);
            assertThat(scene.faults.counts().get(0).matched()).isEqualTo(4);
        }
    }

    @Test
    void every_nth_request_is_struck() {
        try (Faulty scene = new Faulty(HARMLESS.on("GetItem").every(3))) {
            for (int i = 0; i < 10; i++) {
                scene.get("a");
            }
            // The third, the sixth and the ninth.
            assertThat(struck(scene)).containsExactly(3L);
        }
    }

    @Test
    void a_rule_stops_after_so_many_times() {
        try (Faulty scene = new Faulty(HARMLESS.on("GetItem").times(2))) {
            for (int i = 0; i < 5; i++) {
                scene.get("a");
            }
            assertThat(struck(scene)).containsExactly(2L);
        }
    }

    @Test
    void a_share_of_the_requests_is_struck_within_the_bounds_of_chance() {
        try (Faulty scene = new Faulty(HARMLESS.on("GetItem").probability(0.2))) {
            for (int i = 0; i < 2_000; i++) {
                scene.get("s-" + i % 50);
            }
            // Binomial: 2,000 x 0.2 = 400, standard deviation sqrt(400 x 0.8) = 17.9; four of them are 72.
            assertThat(scene.faults.counts().get(0).struck()).isBetween(328L, 472L);
        }
    }

    @Test
    void a_probability_of_one_strikes_always_and_of_zero_never() {
        try (Faulty scene = new Faulty(HARMLESS.probability(1), HARMLESS.probability(0))) {
            scene.get("a");
            scene.get("b");
            assertThat(struck(scene)).containsExactly(2L, 0L);
        }
    }

    @Test
    void the_same_seed_strikes_the_same_requests_and_another_others() {
        List<String> first = unlucky(1);

        assertThat(unlucky(1)).isEqualTo(first);
        assertThat(unlucky(2)).isNotEqualTo(first).isNotEmpty();
    }

    @Test
    void what_one_key_meets_does_not_depend_on_the_requests_of_others() {
        FaultRule rule = HARMLESS.key("a").probability(0.5);
        try (Faulty alone = new Faulty(rule);
                Faulty among = new Faulty(rule)) {
            for (int i = 0; i < 50; i++) {
                alone.get("a");
                among.get("other");
                among.get("a");
            }
            assertThat(struck(among)).isEqualTo(struck(alone));
        }
    }

    @Test
    void a_key_is_found_in_every_operation_that_names_it() {
        try (Faulty scene = new Faulty(HARMLESS.key("a"), HARMLESS.key("b"))) {
            String table = Faulty.TABLE;
            scene.put("a");
            scene.get("a");
            scene.ddb.updateItem(update -> update.tableName(table).key(Faulty.item("a")));
            scene.ddb.query(query -> query.tableName(table)
                    .keyConditionExpression("#p = :p AND begins_with(SK, :m)")
                    .expressionAttributeNames(Map.of("#p", "PK"))
                    .expressionAttributeValues(
                            Map.of(":p", AttributeValue.fromS("a"), ":m", AttributeValue.fromS("b"))));
            scene.ddb.batchGetItem(batch -> batch.requestItems(Map.of(
                    table,
                    KeysAndAttributes.builder().keys(List.of(Faulty.item("a"))).build())));
            scene.ddb.batchWriteItem(batch -> batch.requestItems(Map.of(
                    table,
                    List.of(WriteRequest.builder()
                            .putRequest(
                                    PutRequest.builder().item(Faulty.item("a")).build())
                            .build()))));
            scene.ddb.transactWriteItems(write -> write.transactItems(TransactWriteItem.builder()
                    .delete(delete -> delete.tableName(table).key(Faulty.item("a")))
                    .build()));
            scene.ddb.transactGetItems(read -> read.transactItems(TransactGetItem.builder()
                    .get(Get.builder().tableName(table).key(Faulty.item("a")).build())
                    .build()));
            scene.ddb.deleteItem(delete -> delete.tableName(table).key(Faulty.item("a")));
            scene.ddb.scan(scan -> scan.tableName(table));

            // All but the Scan name the key.
            assertThat(struck(scene)).containsExactly(9L, 0L);
        }
    }

    @Test
    void a_number_is_found_however_it_is_spelt() {
        try (Faulty scene = new Faulty(HARMLESS.on("PutItem").key("10"))) {
            scene.createNumbered("numbered");
            for (String id : List.of("10", "1e1", "10.0", "100")) {
                scene.ddb.putItem(put -> put.tableName("numbered").item(Map.of("id", AttributeValue.fromN(id))));
            }
            assertThat(struck(scene)).containsExactly(3L);
        }
    }

    @Test
    void a_table_is_found_by_name_by_arn_in_statements_and_in_streams() {
        try (Faulty scene = new Faulty(HARMLESS.table(Faulty.TABLE), HARMLESS.table("orders"))) {
            String arn = scene.lab
                    .backstage()
                    .describeTable(describe -> describe.tableName(Faulty.TABLE))
                    .table()
                    .latestStreamArn();
            scene.put("a");
            scene.ddb.scan(scan -> scan.tableName(Faulty.TABLE));
            scene.ddb.describeTable(describe -> describe.tableName(Faulty.TABLE));
            scene.ddb.executeStatement(
                    execute -> execute.statement("SELECT * FROM \"" + Faulty.TABLE + "\" WHERE PK = 'a'"));
            scene.lab.streams().describeStream(describe -> describe.streamArn(arn));
            scene.ddb.listTables();

            assertThat(struck(scene)).containsExactly(5L, 0L);
        }
    }

    @Test
    void of_several_rules_the_delays_add_up_and_the_first_other_one_happens() {
        Duration second = Duration.ofSeconds(1);
        FaultRule slow = FaultRule.of(Fault.SLOW).on("PutItem").taking(second, second);
        FaultRule broken =
                FaultRule.of(Fault.INTERNAL_SERVER_ERROR).on("PutItem").nth(1);
        FaultRule away = FaultRule.of(Fault.SERVICE_UNAVAILABLE).on("PutItem").nth(1);
        try (Faulty scene = new Faulty(slow, broken, slow.after(), away)) {
            var start = scene.lab.clock().instant();

            scene.put("a");

            // Two attempts, two seconds each; the rule that came too late did not strike.
            assertThat(Duration.between(start, scene.lab.clock().instant()))
                    .isBetween(Duration.ofSeconds(4), Duration.ofMillis(4_500));
            assertThat(struck(scene)).containsExactly(2L, 1L, 2L, 0L);
        }
    }

    @Test
    void faults_can_be_added_paused_and_cleared() {
        try (Faulty scene = new Faulty()) {
            scene.put("a");
            scene.faults.inject(FaultRule.of(Fault.INTERNAL_SERVER_ERROR).on("PutItem"));
            assertThatThrownBy(() -> scene.put("b")).isInstanceOf(DynamoDbException.class);

            scene.faults.pause();
            scene.put("b");
            assertThat(scene.faults.paused()).isTrue();
            scene.faults.resume();
            assertThatThrownBy(() -> scene.put("c")).isInstanceOf(DynamoDbException.class);
            // Two calls of four attempts; what went by during the pause was not counted.
            assertThat(scene.faults.counts().get(0).matched()).isEqualTo(8);

            scene.faults.clear();
            scene.put("c");
            assertThat(scene.faults.counts()).isEmpty();
            assertThat(scene.size()).isEqualTo(3);
        }
    }

    @Test
    void the_trace_says_which_rule_struck_and_what_came_of_it() {
        try (Faulty scene = new Faulty(
                FaultRule.of(Fault.SLOW).on("GetItem").nth(1).taking(Duration.ofMillis(40), Duration.ofMillis(40)),
                FaultRule.lostAnswer(Fault.CONNECTION_RESET).on("PutItem").nth(1))) {
            scene.get("a");
            assertThatThrownBy(() -> scene.putIfAbsent("a")).isInstanceOf(DynamoDbException.class);

            assertThat(scene.trace())
                    .containsExactly(
                            "GetItem meets rule 1 (slow for GetItem, request 1 of those): it takes 40 ms longer",
                            "PutItem meets rule 2 (connection-reset after it was carried out for PutItem, request 1 of"
                                    + " those): its answer is lost, which was a success; it is cut off");
        }
    }

    private static List<String> unlucky(long seed) {
        try (Faulty scene =
                new Faulty(seed, FaultSettings.of(HARMLESS.on("GetItem").probability(0.3)))) {
            for (int i = 0; i < 100; i++) {
                scene.get("s-" + i % 7);
            }
            return scene.lab.trace().lines().stream()
                    .map(line -> String.valueOf(line.call()))
                    .toList();
        }
    }

    private static List<Long> struck(Faulty scene) {
        return scene.faults.counts().stream().map(RuleCount::struck).toList();
    }
}
