package dojo.lab.capacity;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.OnDemandThroughput;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughput;
import software.amazon.awssdk.services.dynamodb.model.WarmThroughput;

/**
 * What the owner asks for a table or an index.
 *
 * @param readMaximum on demand: the most to be served; infinite for no such limit
 * @param warmRead what it shall be ready for; 0 if nothing is asked
 */
record Throughput(
        boolean onDemand,
        double readUnits,
        double writeUnits,
        double readMaximum,
        double writeMaximum,
        double warmRead,
        double warmWrite) {

    static Throughput of(
            boolean onDemand,
            @Nullable ProvisionedThroughput provisioned,
            @Nullable OnDemandThroughput maximum,
            @Nullable WarmThroughput warm) {
        return new Throughput(
                onDemand,
                provisioned == null ? 0 : units(provisioned.readCapacityUnits()),
                provisioned == null ? 0 : units(provisioned.writeCapacityUnits()),
                maximum(maximum, Access.READ, Double.POSITIVE_INFINITY),
                maximum(maximum, Access.WRITE, Double.POSITIVE_INFINITY),
                warm == null ? 0 : units(warm.readUnitsPerSecond()),
                warm == null ? 0 : units(warm.writeUnitsPerSecond()));
    }

    /** The maximum asked for; infinite for -1, by which an owner takes it back; as it was if nothing is asked. */
    static double maximum(@Nullable OnDemandThroughput asked, Access access, double current) {
        if (asked == null) {
            return current;
        }
        Long units = access == Access.READ ? asked.maxReadRequestUnits() : asked.maxWriteRequestUnits();
        if (units == null) {
            return current;
        }
        return units < 0 ? Double.POSITIVE_INFINITY : units.doubleValue();
    }

    static double units(@Nullable Long asked) {
        return asked == null ? 0 : asked.doubleValue();
    }
}
