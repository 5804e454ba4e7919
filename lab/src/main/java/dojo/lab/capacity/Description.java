package dojo.lab.capacity;

import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexWarmThroughputDescription;
import software.amazon.awssdk.services.dynamodb.model.IndexStatus;
import software.amazon.awssdk.services.dynamodb.model.OnDemandThroughput;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputDescription;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;
import software.amazon.awssdk.services.dynamodb.model.TableWarmThroughputDescription;

/** Descriptions of tables with the throughput they really have. */
final class Description {

    private Description() {}

    static TableDescription of(TableDescription table, @Nullable TableCapacity capacity, long now) {
        if (capacity == null) {
            return table;
        }
        TableDescription.Builder filled = table.toBuilder();
        capacity.table()
                .at(
                        now,
                        of -> filled.provisionedThroughput(provisioned(table.provisionedThroughput(), of))
                                .onDemandThroughput(maxima(of))
                                .warmThroughput(TableWarmThroughputDescription.builder()
                                        .readUnitsPerSecond((long) of.warm(Access.READ))
                                        .writeUnitsPerSecond((long) of.warm(Access.WRITE))
                                        .status(TableStatus.ACTIVE)
                                        .build()));
        if (table.hasGlobalSecondaryIndexes()) {
            List<GlobalSecondaryIndexDescription> indexes = table.globalSecondaryIndexes().stream()
                    .map(index -> of(index, capacity.index(index.indexName()), now))
                    .toList();
            filled.globalSecondaryIndexes(indexes);
        }
        return filled.build();
    }

    private static GlobalSecondaryIndexDescription of(
            GlobalSecondaryIndexDescription index, @Nullable Resource resource, long now) {
        if (resource == null) {
            return index;
        }
        return resource.at(
                now,
                of -> index.toBuilder()
                        .provisionedThroughput(provisioned(index.provisionedThroughput(), of))
                        .onDemandThroughput(maxima(of))
                        .warmThroughput(GlobalSecondaryIndexWarmThroughputDescription.builder()
                                .readUnitsPerSecond((long) of.warm(Access.READ))
                                .writeUnitsPerSecond((long) of.warm(Access.WRITE))
                                .status(IndexStatus.ACTIVE)
                                .build())
                        .build());
    }

    /** Auto scaling may have changed it without the store, which also keeps that of an index once it is on demand. */
    private static @Nullable ProvisionedThroughputDescription provisioned(
            @Nullable ProvisionedThroughputDescription stored, Capacity capacity) {
        if (stored == null) {
            return null;
        }
        return stored.toBuilder()
                .readCapacityUnits((long) capacity.provisioned(Access.READ))
                .writeCapacityUnits((long) capacity.provisioned(Access.WRITE))
                .build();
    }

    private static @Nullable OnDemandThroughput maxima(Capacity capacity) {
        double read = capacity.limit(Access.READ, Admission.ON_DEMAND_MAXIMUM);
        double write = capacity.limit(Access.WRITE, Admission.ON_DEMAND_MAXIMUM);
        if (!capacity.isOnDemand() || (Double.isInfinite(read) && Double.isInfinite(write))) {
            return null;
        }
        return OnDemandThroughput.builder()
                .maxReadRequestUnits(Double.isInfinite(read) ? -1 : (long) read)
                .maxWriteRequestUnits(Double.isInfinite(write) ? -1 : (long) write)
                .build();
    }
}
