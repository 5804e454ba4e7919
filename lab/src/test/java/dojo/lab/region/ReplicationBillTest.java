package dojo.lab.region;

import static dojo.lab.region.Globe.EUROPE;
import static dojo.lab.region.Globe.HOME;
import static dojo.lab.region.Globe.TABLE;
import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.bill.Bill;
import dojo.lab.bill.ReplicationBill;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * A replicated write takes one unit for each KB, rounded up, in each Region that receives it; its indexes take ordinary
 * write units.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/global-tables-billing.html">Global
 *     tables billing</a>
 */
class ReplicationBillTest {

    private final Globe globe = Globe.ofTwo();

    @AfterEach
    void close() {
        globe.close();
    }

    @Test
    void a_write_is_on_the_bill_of_its_region_and_apart_from_it_on_that_of_the_others() {
        // 2 + 1 bytes of id, 4 + 2041 bytes of text: 2,048 bytes, which are two units.
        globe.put(HOME, "a", "x".repeat(2041));
        globe.wait(Duration.ofSeconds(1));

        assertThat(globe.lab.in(HOME).meter().billSince(0)).isEqualTo(new Bill(1, 0, 2));
        assertThat(globe.lab.in(EUROPE).meter().billSince(0)).isEqualTo(Bill.ZERO);
        assertThat(globe.regions.bill(EUROPE)).isEqualTo(new ReplicationBill(1, 2, 0));
        assertThat(globe.regions.bill(HOME)).isEqualTo(ReplicationBill.ZERO);
        assertThat(globe.regions.bill(EUROPE)).hasToString("1 replicated write, 2 rWRU, 0 WU in indexes");
    }

    @Test
    void the_larger_of_both_images_counts_as_for_any_write() {
        globe.put(HOME, "a", "x".repeat(2041));
        globe.put(HOME, "a", "small");
        globe.delete(HOME, "a");
        globe.wait(Duration.ofSeconds(1));

        // 2 for the put, 2 for the put over 2,048 bytes, 1 for the delete of a small item.
        assertThat(globe.regions.bill(EUROPE)).isEqualTo(new ReplicationBill(3, 5, 0));
    }

    @Test
    void index_entries_are_paid_in_write_units() {
        globe.client(HOME)
                .createTable(Globe.table()
                        .tableName("indexed")
                        .attributeDefinitions(Globe.string("id"), Globe.string("text"))
                        .globalSecondaryIndexes(GlobalSecondaryIndex.builder()
                                .indexName("by-text")
                                .keySchema(KeySchemaElement.builder()
                                        .attributeName("text")
                                        .keyType(KeyType.HASH)
                                        .build())
                                .projection(Projection.builder()
                                        .projectionType(ProjectionType.KEYS_ONLY)
                                        .build())
                                .build())
                        .build());
        globe.client(HOME).putItem(put -> put.tableName("indexed").item(Globe.note("a", "first")));
        globe.client(HOME).putItem(put -> put.tableName("indexed").item(Globe.note("a", "second")));
        globe.wait(Duration.ofSeconds(1));

        // One for each put; in the index one for the new entry, and two for the entry that moves.
        assertThat(globe.regions.bill(EUROPE)).isEqualTo(new ReplicationBill(2, 2, 3));
    }

    @Test
    void a_replicated_write_that_loses_is_charged_like_one_that_its_condition_refused() {
        globe.put(HOME, "a", "x".repeat(2041));
        globe.wait(Duration.ofMillis(100));
        globe.put(EUROPE, "a", "later");
        globe.wait(Duration.ofSeconds(2));

        // In Europe the older put of 2,048 bytes lost; at home the later one replaced it: the larger image each time.
        assertThat(globe.regions.bill(EUROPE)).isEqualTo(new ReplicationBill(1, 2, 0));
        assertThat(globe.regions.bill(HOME)).isEqualTo(new ReplicationBill(1, 2, 0));
        assertThat(globe.notes(EUROPE)).containsOnly(Map.entry("a", "later"));
    }

    @Test
    void a_transaction_costs_once_where_it_arrives() {
        globe.client(HOME)
                .transactWriteItems(write -> write.transactItems(TransactWriteItem.builder()
                        .put(put -> put.tableName(TABLE).item(Globe.note("a", "1")))
                        .build()));
        globe.wait(Duration.ofSeconds(1));

        // Prepared and committed at home; one ordinary write elsewhere.
        assertThat(globe.lab.in(HOME).meter().billSince(0).writeUnits()).isEqualTo(2);
        assertThat(globe.regions.bill(EUROPE)).isEqualTo(new ReplicationBill(1, 1, 0));
    }
}
