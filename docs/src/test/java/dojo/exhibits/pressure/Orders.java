package dojo.exhibits.pressure;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import dojo.lab.Lab;
import dojo.lab.junit.Traffic;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexUpdate;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.ThrottlingException;
import software.amazon.awssdk.services.dynamodb.model.ThrottlingReason;

/** Orders of many customers; an open one has a state, which an index is keyed by. */
final class Orders {

    private final Traffic traffic;
    private final String table;
    private final Set<String> reasons = new HashSet<>();
    private int next;

    Orders(Lab lab, String table) {
        this.traffic = Traffic.on(lab);
        this.table = table;
    }

    void provision(long tableUnits, long indexUnits) {
        var index = GlobalSecondaryIndexUpdate.builder()
                .update(update -> update.indexName("by-state")
                        .provisionedThroughput(
                                units -> units.readCapacityUnits(10L).writeCapacityUnits(indexUnits)))
                .build();
        traffic.client()
                .updateTable(update -> update.tableName(table)
                        .billingMode("PROVISIONED")
                        .provisionedThroughput(
                                units -> units.readCapacityUnits(10L).writeCapacityUnits(tableUnits))
                        .globalSecondaryIndexUpdates(index));
    }

    /** How many orders of so many, with a state or without, were throttled. */
    int throttled(int orders, Duration time, boolean open) {
        return traffic.throttled(orders, time, i -> {
            Map<String, AttributeValue> order = open
                    ? Map.of("PK", fromS("ORDER#" + next++), "SK", fromS("ORDER"), "state", fromS("open"))
                    : Map.of("PK", fromS("ORDER#" + next++), "SK", fromS("ORDER"));
            try {
                traffic.client().putItem(put -> put.tableName(table).item(order));
            } catch (ProvisionedThroughputExceededException refused) {
                note(refused.throttlingReasons());
                throw refused;
            } catch (ThrottlingException refused) {
                note(refused.throttlingReasons());
                throw refused;
            }
        });
    }

    private void note(List<ThrottlingReason> all) {
        all.forEach(reason -> reasons.add(reason.reason()));
    }

    Set<String> reasons() {
        return reasons;
    }
}
