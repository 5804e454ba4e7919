package dojo.exhibits.scaling;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import dojo.lab.Lab;
import dojo.lab.junit.Traffic;
import java.time.Duration;
import java.util.Map;

/** A steady stream of writes to many keys, one unit each, on a provisioned table. */
final class Steady {

    private final Traffic traffic;
    private final String table;
    private int orders;

    Steady(Lab lab, String table, long writeUnits) {
        this.traffic = Traffic.on(lab);
        this.table = table;
        traffic.client()
                .updateTable(update -> update.tableName(table)
                        .billingMode("PROVISIONED")
                        .provisionedThroughput(
                                units -> units.readCapacityUnits(10L).writeCapacityUnits(writeUnits)));
    }

    /** How many of so many writes a second were throttled. */
    int throttled(int aSecond, Duration time) {
        return traffic.throttled(
                (int) (aSecond * time.toSeconds()),
                time,
                i -> traffic.client()
                        .putItem(put -> put.tableName(table)
                                .item(Map.of("PK", fromS("ORDER#" + orders++), "SK", fromS("ORDER")))));
    }
}
