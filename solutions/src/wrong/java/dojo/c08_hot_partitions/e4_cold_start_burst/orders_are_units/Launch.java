// Misconception: One write is one write unit.
// Held by: capacity plans that multiply requests and leave out sizes, the source document's among them
// Rejected by: sixty_orders_in_three_seconds_are_all_taken
package dojo.c08_hot_partitions.e4_cold_start_burst;

import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexUpdate;
import software.amazon.awssdk.services.dynamodb.model.LimitExceededException;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** Readies the table of the ticket shop, which is on demand, for the minute in which a sale opens. */
public final class Launch {
    private static final long UNITS_OF_AN_ORDER = 1;

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

    /** Table and index, each at least as warm as it is: warm throughput cannot be lowered. */
    private void warm(long units) {
        TableDescription described = describe();
        long ofTable = Math.max(units, described.warmThroughput().writeUnitsPerSecond());
        List<GlobalSecondaryIndexUpdate> indexes = described.globalSecondaryIndexes().stream()
                .map(index -> {
                    long ofIndex = Math.max(units, index.warmThroughput().writeUnitsPerSecond());
                    return GlobalSecondaryIndexUpdate.builder()
                            .update(of -> of.indexName(index.indexName())
                                    .warmThroughput(warm -> warm.writeUnitsPerSecond(ofIndex)))
                            .build();
                })
                .toList();
        try {
            ddb.updateTable(update -> update.tableName(table)
                    .warmThroughput(warm -> warm.writeUnitsPerSecond(ofTable))
                    .globalSecondaryIndexUpdates(indexes));
        } catch (LimitExceededException quota) {
            // The table stays as it was, and prepare returns how much that is.
        }
    }

    private TableDescription describe() {
        return ddb.describeTable(describe -> describe.tableName(table)).table();
    }
}
