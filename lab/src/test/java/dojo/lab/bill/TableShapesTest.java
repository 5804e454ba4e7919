package dojo.lab.bill;

import static dojo.lab.bill.Scene.item;
import static dojo.lab.bill.Scene.key;
import static dojo.lab.bill.Scene.n;
import static dojo.lab.bill.Scene.s;
import static dojo.lab.bill.Scene.sized;
import static dojo.lab.bill.Scene.with;
import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.law.Call;
import dojo.lab.law.Next;
import dojo.lab.store.Store;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableResponse;

/** The bill knows its tables: by either name, in any spelling of a key, and after they change. */
class TableShapesTest {

    private final Scene scene = new Scene();

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void a_table_may_be_named_by_its_arn() {
        String table = scene.plain();
        String arn = scene.local
                .describeTable(describe -> describe.tableName(table))
                .table()
                .tableArn();

        ConsumedCapacity capacity = scene.ddb
                .putItem(put -> put.tableName(arn)
                        .item(sized(key("p", "s"), 1500))
                        .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL))
                .consumedCapacity();

        assertThat(capacity.tableName()).isEqualTo(arn);
        assertThat(capacity.capacityUnits()).isEqualTo(2);
        assertThat(scene.lastLine()).startsWith("PutItem " + table + ": PK");
    }

    @Test
    void a_number_key_is_one_key_in_every_spelling() {
        String table = scene.numbered();
        scene.local.putItem(put -> put.tableName(table).item(sized(item("id", n("1")), 3000)));

        Bill bill = scene.billOf(() ->
                scene.ddb.deleteItem(delete -> delete.tableName(table).key(item("id", n("1.00")))));

        assertThat(bill).isEqualTo(new Bill(1, 0, 3));
    }

    @Test
    void an_index_added_later_is_written_from_then_on() {
        Meter meter = new Meter();
        Next billing = Billed.by(meter, new OneTable());
        var put = PutItemRequest.builder()
                .tableName("sessions")
                .item(with(key("p", "s"), "mood", s("calm")))
                .build();

        billing.answer(Call.arriving(1, Instant.EPOCH, put));
        billing.answer(Call.arriving(
                2,
                Instant.EPOCH,
                UpdateTableRequest.builder().tableName("sessions").build()));
        billing.answer(Call.arriving(1, Instant.EPOCH, put));

        assertThat(meter.lines()).extracting(RequestLine::writeUnits).containsExactly(1.0, 2.0);
    }

    @Test
    void tables_are_not_on_the_bill() {
        Bill bill = scene.billOf(() -> {
            scene.ddb.listTables();
            scene.ddb.describeTable(describe -> describe.tableName(scene.plain()));
        });

        assertThat(bill).isEqualTo(Bill.ZERO);
    }

    @Test
    void a_table_made_again_backstage_under_its_name_is_looked_at_again() {
        String table = scene.globallyIndexed();
        var item = with(key("p", "s"), "kind", s("k"));
        assertThat(scene.billOf(
                        () -> scene.ddb.putItem(put -> put.tableName(table).item(item))))
                .isEqualTo(new Bill(1, 0, 2));

        scene.local.deleteTable(delete -> delete.tableName(table));
        scene.plain(table);

        assertThat(scene.billOf(
                        () -> scene.ddb.putItem(put -> put.tableName(table).item(item))))
                .isEqualTo(new Bill(1, 0, 1));
    }

    /** A table that gains an index when it is updated: Local does so in the background, and fails on writes meanwhile. */
    private static final class OneTable implements Store {

        private Map<String, AttributeValue> item = Map.of();
        private boolean indexed;

        @Override
        public AwsResponse execute(AwsRequest request) {
            if (request instanceof PutItemRequest put) {
                item = put.item();
                return PutItemResponse.builder().build();
            }
            if (request instanceof UpdateTableRequest) {
                indexed = true;
                item = Map.of();
                return UpdateTableResponse.builder().build();
            }
            return request instanceof GetItemRequest
                    ? GetItemResponse.builder().item(item).build()
                    : DescribeTableResponse.builder().table(description()).build();
        }

        private TableDescription description() {
            var mood = GlobalSecondaryIndexDescription.builder()
                    .indexName("by-mood")
                    .keySchema(attribute("mood", KeyType.HASH))
                    .projection(projection -> projection.projectionType(ProjectionType.ALL))
                    .build();
            return TableDescription.builder()
                    .keySchema(attribute("PK", KeyType.HASH), attribute("SK", KeyType.RANGE))
                    .globalSecondaryIndexes(indexed ? List.of(mood) : List.of())
                    .build();
        }

        private static KeySchemaElement attribute(String name, KeyType type) {
            return KeySchemaElement.builder().attributeName(name).keyType(type).build();
        }

        @Override
        public void close() {}
    }
}
