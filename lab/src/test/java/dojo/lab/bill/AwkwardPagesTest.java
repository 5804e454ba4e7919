package dojo.lab.bill;

import static dojo.lab.bill.Scene.item;
import static dojo.lab.bill.Scene.key;
import static dojo.lab.bill.Scene.n;
import static dojo.lab.bill.Scene.s;
import static dojo.lab.bill.Scene.sized;
import static dojo.lab.bill.Scene.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.Select;

/** Pages that a bill computed on the side could trip over: of indexes, of filters, of a megabyte, of segments. */
class AwkwardPagesTest extends AwkwardScene {

    @Test
    void a_filter_and_a_projection_may_share_reserved_names_with_the_key_condition() {
        String table = scene.plain();
        for (int i = 0; i < 10; i++) {
            var turn = with(key("p", "s" + i), "ttl", n("" + i), "role", s("user"));
            scene.local.putItem(put -> put.tableName(table).item(sized(turn, 1000)));
        }

        Bill bill = scene.billOf(() -> scene.ddb.query(query -> query.tableName(table)
                .keyConditionExpression("#pk = :p AND begins_with(SK, :s)")
                .filterExpression("#ttl > :p0 AND #role = :p10 AND attribute_exists(#pk2)")
                .projectionExpression("#role, #ttl")
                .expressionAttributeNames(Map.of("#pk", "PK", "#pk2", "body", "#ttl", "ttl", "#role", "role"))
                .expressionAttributeValues(Map.of(":p", s("p"), ":s", s("s"), ":p0", n("5"), ":p10", s("user")))
                .scanIndexForward(false)
                .limit(8)));

        assertThat(bill).isEqualTo(new Bill(1, 1, 0));
    }

    @Test
    void a_page_in_the_middle_is_billed_for_itself() {
        String table = scene.plain();
        for (int i = 0; i < 10; i++) {
            int bytes = i < 5 ? 4000 : 40;
            var turn = sized(key("p", "s" + i), bytes);
            scene.local.putItem(put -> put.tableName(table).item(turn));
        }

        Bill bill = scene.billOf(() -> scene.ddb.query(query -> query.tableName(table)
                .keyConditionExpression("PK = :p")
                .filterExpression("size(body) > :little")
                .expressionAttributeValues(Map.of(":p", s("p"), ":little", n("1000")))
                .exclusiveStartKey(key("p", "s7"))
                .scanIndexForward(false)
                .limit(4)));

        // s6 and s5 of 40 bytes, s4 and s3 of 4,000: 8,080 bytes are two steps.
        assertThat(bill).isEqualTo(new Bill(1, 1, 0));
    }

    @Test
    void counted_pages_of_an_index_are_billed_each_from_its_own_start_key() {
        String table = scene.globallyIndexed();
        for (int i = 0; i < 6; i++) {
            var item = sized(with(key("p", "s" + i), "kind", s("k")), 1000 + 1000 * i);
            scene.local.putItem(put -> put.tableName(table).item(item));
        }
        QueryResponse first = countedPage(scene.ddb, table, Map.of());
        QueryResponse second = countedPage(scene.ddb, table, first.lastEvaluatedKey());

        assertThat(first.consumedCapacity())
                .isEqualTo(countedPage(scene.local, table, Map.of()).consumedCapacity());
        assertThat(second.consumedCapacity())
                .isEqualTo(countedPage(scene.local, table, first.lastEvaluatedKey())
                        .consumedCapacity());
        assertThat(second.consumedCapacity().capacityUnits()).isGreaterThan(0.5);
    }

    @Test
    void a_filtered_query_beyond_one_megabyte_is_billed_for_its_page() {
        String table = scene.plain();
        for (int i = 0; i < 12; i++) {
            var large = sized(key("p", "s" + (10 + i)), 204_800);
            scene.local.putItem(put -> put.tableName(table).item(large));
        }

        // Local reads all twelve in one page; corrected, it stops with the sixth, at 1,228,800 bytes: 300 times 4 KB.
        Bill bill = scene.billOf(() -> scene.ddb.query(query -> query.tableName(table)
                .keyConditionExpression("PK = :p")
                .filterExpression("attribute_not_exists(body)")
                .expressionAttributeValues(Map.of(":p", s("p")))
                .consistentRead(true)));

        assertThat(bill).isEqualTo(new Bill(1, 300, 0));
    }

    @Test
    void a_parallel_scan_with_a_filter_is_billed_segment_by_segment() {
        String table = scene.plain();
        for (int i = 0; i < 20; i++) {
            var item = sized(key("p" + i, "s"), 4096);
            scene.local.putItem(put -> put.tableName(table).item(item));
        }
        double read = 0;
        for (int segment = 0; segment < 4; segment++) {
            int mine = segment;
            read += scene.billOf(() -> scene.ddb.scan(scan -> scan.tableName(table)
                            .segment(mine)
                            .totalSegments(4)
                            .consistentRead(true)
                            .filterExpression("attribute_not_exists(body)")))
                    .readUnits();
        }

        assertThat(read).isBetween(20.0, 23.0);
    }

    private static QueryResponse countedPage(
            DynamoDbClient client, String table, Map<String, AttributeValue> startKey) {
        return client.query(query -> query.tableName(table)
                .indexName("by-kind")
                .keyConditionExpression("kind = :k")
                .expressionAttributeValues(Map.of(":k", s("k")))
                .select(Select.COUNT)
                .exclusiveStartKey(startKey.isEmpty() ? null : startKey)
                .limit(3)
                .returnConsumedCapacity(ReturnConsumedCapacity.INDEXES));
    }
}
