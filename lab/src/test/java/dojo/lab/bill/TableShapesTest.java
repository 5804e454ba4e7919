package dojo.lab.bill;

import static dojo.lab.bill.Scene.item;
import static dojo.lab.bill.Scene.key;
import static dojo.lab.bill.Scene.n;
import static dojo.lab.bill.Scene.s;
import static dojo.lab.bill.Scene.sized;
import static dojo.lab.bill.Scene.with;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

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
        String table = scene.plain();
        var item = with(key("p", "s"), "mood", s("calm"));
        assertThat(scene.billOf(
                        () -> scene.ddb.putItem(put -> put.tableName(table).item(item))))
                .isEqualTo(new Bill(1, 0, 1));

        scene.addIndex(table, "mood");

        assertThat(scene.billOf(() ->
                        scene.ddb.putItem(put -> put.tableName(table).item(with(item, "mood", s("tense"))))))
                .isEqualTo(new Bill(1, 0, 3));
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
}
