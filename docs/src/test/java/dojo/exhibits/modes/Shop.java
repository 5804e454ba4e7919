package dojo.exhibits.modes;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import dojo.lab.Lab;
import dojo.lab.junit.Traffic;
import java.time.Duration;
import java.util.Map;

/** A quiet shop with one loud minute: writes to many keys, one unit each. */
final class Shop {

    private final Traffic traffic;
    private final String table;
    private int orders;

    Shop(Lab lab, String table) {
        this.traffic = Traffic.on(lab);
        this.table = table;
    }

    void provision(long writeUnits) {
        traffic.client()
                .updateTable(update -> update.tableName(table)
                        .billingMode("PROVISIONED")
                        .provisionedThroughput(
                                units -> units.readCapacityUnits(10L).writeCapacityUnits(writeUnits)));
    }

    /** How many orders were throttled. */
    int orders(int count, Duration time) {
        return traffic.throttled(
                count,
                time,
                i -> traffic.client()
                        .putItem(put -> put.tableName(table)
                                .item(Map.of("PK", fromS("ORDER#" + orders++), "SK", fromS("ORDER")))));
    }
}
