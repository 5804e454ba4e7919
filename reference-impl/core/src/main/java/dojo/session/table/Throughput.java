package dojo.session.table;

import static dojo.session.table.Finding.Kind.TOO_LITTLE_CAPACITY;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.OnDemandThroughput;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputDescription;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** Whether a table and its indexes bear the turns expected; on demand they do, unless somebody set a maximum. */
final class Throughput {
    /** What a turn of a chat costs at most: an item of 600 B, one of 1.9 KB, and a load of 20 turns. */
    private static final double WRITE_UNITS = 3.3;

    private static final double READ_UNITS = 4.5;

    /** An index entry is written when a session is touched, which is less than once a turn. */
    private static final double INDEX_WRITE_UNITS = 1;

    private final double turns;
    private final List<Finding> findings = new ArrayList<>();

    Throughput(TableDescription description, double turnsPerSecond) {
        this.turns = turnsPerSecond;
        boolean onDemand = description.billingModeSummary() != null
                && description.billingModeSummary().billingMode() == BillingMode.PAY_PER_REQUEST;
        if (onDemand) {
            maximum("The table", description.onDemandThroughput());
        } else {
            provisioned("The table", description.provisionedThroughput(), WRITE_UNITS);
            for (GlobalSecondaryIndexDescription index : description.globalSecondaryIndexes()) {
                provisioned("Index " + index.indexName(), index.provisionedThroughput(), INDEX_WRITE_UNITS);
            }
        }
    }

    List<Finding> findings() {
        return findings;
    }

    private void provisioned(String who, @Nullable ProvisionedThroughputDescription units, double writesForATurn) {
        if (units != null) {
            compare(who + " is provisioned with too few", "write", units.writeCapacityUnits(), writesForATurn);
            compare(who + " is provisioned with too few", "read", units.readCapacityUnits(), readsForATurn(who));
        }
    }

    private static double readsForATurn(String who) {
        return who.startsWith("Index") ? 0 : READ_UNITS;
    }

    private void maximum(String who, @Nullable OnDemandThroughput most) {
        if (most != null) {
            compare(who + " may not serve more", "write", most.maxWriteRequestUnits(), WRITE_UNITS);
            compare(who + " may not serve more", "read", most.maxReadRequestUnits(), READ_UNITS);
        }
    }

    private void compare(String what, String direction, @Nullable Long units, double forATurn) {
        // A maximum of -1 is none.
        if (units != null && units >= 0 && units < turns * forATurn) {
            findings.add(new Finding(
                    TOO_LITTLE_CAPACITY,
                    what + " " + direction + " units a second",
                    Long.toString(units),
                    String.format(
                            Locale.ROOT,
                            "%.1f turns a second take %.1f: raise it, or switch to on-demand.",
                            turns,
                            turns * forATurn)));
        }
    }
}
