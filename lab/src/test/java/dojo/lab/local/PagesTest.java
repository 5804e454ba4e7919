package dojo.lab.local;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.Lab;
import dojo.lab.Laws;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.awssdk.services.dynamodb.model.Select;

/**
 * Where pages end, corrected and as Local has it; both are pinned, so that a Local that is mended shows itself.
 *
 * <p>1 MB is 1,048,576 bytes. Local's page includes the item that crosses it, and so does ours.
 */
class PagesTest {

    private static final String TABLE = "turns";

    private final Lab corrected = Lab.under(Laws.off());
    private final Lab asLocal = Lab.under(Laws.off().with(CorrectionSettings.none()));

    @AfterEach
    void close() {
        corrected.close();
        asLocal.close();
    }

    /** 40 items of 100 KB (102,400 bytes): ten are 1,024,000 bytes, the eleventh crosses 1 MB. */
    @Test
    void a_filtered_query_ends_at_one_megabyte_before_its_filter() {
        both(client -> fill(client, 40, 102_400));

        QueryResponse ours = corrected.client().query(filtered().build());
        QueryResponse local = asLocal.client().query(filtered().build());

        assertThat(local.scannedCount()).isEqualTo(40);
        assertThat(local.hasLastEvaluatedKey()).isFalse();
        assertThat(ours.scannedCount()).isEqualTo(11);
        assertThat(ours.count()).isZero();
        assertThat(ours.lastEvaluatedKey()).isEqualTo(key(10));
    }

    /** 40 = 11 + 11 + 11 + 7. */
    @Test
    void the_pages_of_a_filtered_query_meet_every_item_once() {
        both(client -> fill(client, 40, 102_400));

        List<Integer> scanned = corrected.client().queryPaginator(filtered().build()).stream()
                .map(QueryResponse::scannedCount)
                .toList();

        assertThat(scanned).containsExactly(11, 11, 11, 7);
    }

    @Test
    void what_the_filter_leaves_of_a_page_is_returned_backwards_and_counted_too() {
        both(client -> fill(client, 20, 102_400));
        QueryRequest odd = filtered()
                .filterExpression("odd = :yes")
                .expressionAttributeValues(
                        Map.of(":p", AttributeValue.fromS("p"), ":yes", AttributeValue.fromBool(true)))
                .scanIndexForward(false)
                .build();

        QueryResponse items = corrected.client().query(odd);
        QueryResponse counted =
                corrected.client().query(odd.toBuilder().select(Select.COUNT).build());

        // Backwards 19 down to 9; of these eleven the odd ones are 19, 17, 15, 13, 11 and 9.
        assertThat(items.items()).hasSize(6);
        assertThat(items.lastEvaluatedKey()).isEqualTo(key(9));
        assertThat(counted.count()).isEqualTo(6);
        assertThat(counted.scannedCount()).isEqualTo(11);
    }

    @Test
    void a_limit_below_one_megabyte_is_the_end_of_the_page_as_ever() {
        both(client -> fill(client, 40, 102_400));

        QueryResponse page = corrected.client().query(filtered().limit(3).build());

        assertThat(page.scannedCount()).isEqualTo(3);
        assertThat(page.lastEvaluatedKey()).isEqualTo(key(2));
    }

    /** Entries of the index hold three short keys: a hundred of them are a few KB, and one page. */
    @Test
    void a_page_of_keys_is_measured_in_keys() {
        both(client -> fill(client, 100, 30_720));

        QueryResponse ours = corrected.client().query(index("by-kind").build());
        QueryResponse local = asLocal.client().query(index("by-kind").build());

        // 34 items of 30,720 bytes are 1,044,480, the 35th crosses 1 MB.
        assertThat(local.count()).isEqualTo(35);
        assertThat(local.hasLastEvaluatedKey()).isTrue();
        assertThat(ours.count()).isEqualTo(100);
        assertThat(ours.items()).hasSize(100).doesNotHaveDuplicates();
        assertThat(ours.hasLastEvaluatedKey()).isFalse();
    }

    @Test
    void a_scan_of_an_index_and_its_filter_are_measured_in_entries_too() {
        both(client -> fill(client, 100, 30_720));

        ScanResponse ours = corrected
                .client()
                .scan(scan -> scan.tableName(TABLE)
                        .indexName("by-kind")
                        .filterExpression("SK >= :n")
                        .expressionAttributeValues(Map.of(":n", AttributeValue.fromN("90"))));

        assertThat(ours.scannedCount()).isEqualTo(100);
        assertThat(ours.count()).isEqualTo(10);
        assertThat(ours.hasLastEvaluatedKey()).isFalse();
    }

    /**
     * Entries with their note: note 4 + 10,000, PK 2 + 1, SK 2 + at most 3, kind 4 + 1 bytes, so 10,016 to 10,017 each:
     * 104 are less than 1,041,768 bytes, and the 105th, at more than 1,051,680, crosses 1 MB.
     */
    @Test
    void a_projected_attribute_counts() {
        both(client -> fill(client, 110, 30_720));

        QueryResponse ours = corrected.client().query(index("by-kind-with-note").build());

        assertThat(ours.count()).isEqualTo(105);
        assertThat(ours.hasLastEvaluatedKey()).isTrue();
    }

    @Test
    void a_limit_on_an_index_is_kept_over_the_pages_of_local() {
        both(client -> fill(client, 100, 30_720));

        QueryResponse ours = corrected.client().query(index("by-kind").limit(50).build());

        assertThat(ours.count()).isEqualTo(50);
        assertThat(ours.hasLastEvaluatedKey()).isTrue();
    }

    @Test
    void backstage_is_local_as_it_is() {
        both(client -> fill(client, 40, 102_400));

        assertThat(corrected.backstage().query(filtered().build()).scannedCount())
                .isEqualTo(40);
    }

    @Test
    void each_can_be_switched_off_alone() {
        try (Lab lab = Lab.under(Laws.off().with(new CorrectionSettings(true, false)))) {
            fill(lab.backstage(), 40, 102_400);

            assertThat(lab.client().query(filtered().build()).scannedCount()).isEqualTo(11);
            assertThat(lab.client().query(index("by-kind").build()).count()).isEqualTo(11);
        }
    }

    private void both(Consumer<DynamoDbClient> filling) {
        filling.accept(corrected.backstage());
        filling.accept(asLocal.backstage());
    }

    private static QueryRequest.Builder filtered() {
        return QueryRequest.builder()
                .tableName(TABLE)
                .keyConditionExpression("PK = :p")
                .filterExpression("attribute_exists(nothing)")
                .expressionAttributeValues(Map.of(":p", AttributeValue.fromS("p")));
    }

    private static QueryRequest.Builder index(String name) {
        return QueryRequest.builder()
                .tableName(TABLE)
                .indexName(name)
                .keyConditionExpression("kind = :k")
                .expressionAttributeValues(Map.of(":k", AttributeValue.fromS("t")));
    }

    private static Map<String, AttributeValue> key(int number) {
        return Map.of("PK", AttributeValue.fromS("p"), "SK", AttributeValue.fromN(Integer.toString(number)));
    }

    /** Items of so many bytes, give or take the digits of their number. */
    private static void fill(DynamoDbClient client, int count, int bytes) {
        create(client);
        List<Map<String, AttributeValue>> items = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Map<String, AttributeValue> item = new HashMap<>(key(i));
            item.put("kind", AttributeValue.fromS("t"));
            item.put("odd", AttributeValue.fromBool(i % 2 == 1));
            item.put("note", AttributeValue.fromS("n".repeat(10_000)));
            // PK 3, SK about 4, kind 5, odd 4, note 10,004 and the name of the body 4: together 10,024.
            item.put("body", AttributeValue.fromS("x".repeat(bytes - 10_024)));
            items.add(item);
        }
        items.forEach(item -> client.putItem(put -> put.tableName(TABLE).item(item)));
    }

    private static void create(DynamoDbClient client) {
        client.createTable(create -> create.tableName(TABLE)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .keySchema(part("PK", KeyType.HASH), part("SK", KeyType.RANGE))
                .attributeDefinitions(
                        attribute("PK", ScalarAttributeType.S),
                        attribute("SK", ScalarAttributeType.N),
                        attribute("kind", ScalarAttributeType.S))
                .globalSecondaryIndexes(
                        global("by-kind", Projection.builder().projectionType(ProjectionType.KEYS_ONLY)),
                        global(
                                "by-kind-with-note",
                                Projection.builder()
                                        .projectionType(ProjectionType.INCLUDE)
                                        .nonKeyAttributes("note"))));
    }

    private static GlobalSecondaryIndex global(String name, Projection.Builder projection) {
        return GlobalSecondaryIndex.builder()
                .indexName(name)
                .keySchema(part("kind", KeyType.HASH))
                .projection(projection.build())
                .build();
    }

    private static KeySchemaElement part(String name, KeyType type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }

    private static AttributeDefinition attribute(String name, ScalarAttributeType type) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(type)
                .build();
    }
}
