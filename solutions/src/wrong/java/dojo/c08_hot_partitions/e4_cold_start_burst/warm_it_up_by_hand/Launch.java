// Misconception: A table is warm after a minute of pretended traffic.
// Held by: warm-up scripts carried over from caches and from virtual machines
// Rejected by: getting_ready_writes_nothing_and_an_order_costs_what_it_did
package dojo.c08_hot_partitions.e4_cold_start_burst;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** Readies the table of the ticket shop, which is on demand, for the minute in which a sale opens. */
public final class Launch {
    private static final long UNITS_OF_AN_ORDER = 2;

    private final DynamoDbClient ddb;
    private final String table;

    public Launch(DynamoDbClient ddb, String table) {
        this.ddb = ddb;
        this.table = table;
    }

    /** How many orders a second the table takes from the first second on. */
    public long readyFor() {
        TableDescription described = describe();
        long units = described.warmThroughput().writeUnitsPerSecond();
        for (GlobalSecondaryIndexDescription index : described.globalSecondaryIndexes()) {
            units = Math.min(units, index.warmThroughput().writeUnitsPerSecond());
        }
        return units / UNITS_OF_AN_ORDER;
    }

    /**
     * The day before: makes the table ready for so many orders a second, or leaves it as it is if it is ready already
     * or the quota does not allow it. Returns how many it is ready for.
     */
    public long prepare(long ordersPerSecond) {
        if (readyFor() < ordersPerSecond) {
            warm(ordersPerSecond * UNITS_OF_AN_ORDER);
        }
        return readyFor();
    }

    /** Writes as many as will be written, so that the table has grown before anybody comes. */
    private void warm(long units) {
        for (int i = 0; i < units; i++) {
            String id = "WARM#" + i;
            ddb.putItem(put -> put.tableName(table)
                    .item(Map.of(
                            "PK", AttributeValue.fromS(id),
                            "SK", AttributeValue.fromS("WARM"),
                            "GSI1PK", AttributeValue.fromS(id))));
        }
    }

    private TableDescription describe() {
        return ddb.describeTable(describe -> describe.tableName(table)).table();
    }
}
