// Misconception: An on-demand table takes anything up to its quota, at any second.
// Held by: the source document's plan, which gives a new on-demand table its whole peak
// Rejected by: sixty_orders_in_three_seconds_are_all_taken
package dojo.c08_hot_partitions.e4_cold_start_burst;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
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

    /** How many orders a second the table takes from the first second on: on demand, by default, 40,000 units. */
    public long readyFor() {
        return 40_000 / UNITS_OF_AN_ORDER;
    }

    /** The day before: makes sure that the table is on demand, and so takes what comes. */
    public long prepare(long ordersPerSecond) {
        if (describe().billingModeSummary().billingMode() != BillingMode.PAY_PER_REQUEST) {
            ddb.updateTable(update -> update.tableName(table).billingMode(BillingMode.PAY_PER_REQUEST));
        }
        return readyFor();
    }

    private TableDescription describe() {
        return ddb.describeTable(describe -> describe.tableName(table)).table();
    }
}
