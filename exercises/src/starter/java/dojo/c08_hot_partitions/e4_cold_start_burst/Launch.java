package dojo.c08_hot_partitions.e4_cold_start_burst;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.OnDemandThroughput;
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
        OnDemandThroughput limit = describe().onDemandThroughput();
        return limit == null ? 0 : limit.maxWriteRequestUnits() / UNITS_OF_AN_ORDER;
    }

    /**
     * The day before: makes the table ready for so many orders a second, or leaves it as it is if it is ready already
     * or the quota does not allow it. Returns how many it is ready for.
     */
    public long prepare(long ordersPerSecond) {
        long units = ordersPerSecond * UNITS_OF_AN_ORDER;
        ddb.updateTable(update ->
                update.tableName(table).onDemandThroughput(throughput -> throughput.maxWriteRequestUnits(units)));
        return readyFor();
    }

    private TableDescription describe() {
        return ddb.describeTable(describe -> describe.tableName(table)).table();
    }
}
