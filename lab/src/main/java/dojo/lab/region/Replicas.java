package dojo.lab.region;

import dojo.lab.region.RegionSettings.Mode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.GlobalTableWitnessDescription;
import software.amazon.awssdk.services.dynamodb.model.LocalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.MultiRegionConsistency;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughput;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputDescription;
import software.amazon.awssdk.services.dynamodb.model.ReplicaDescription;
import software.amazon.awssdk.services.dynamodb.model.ReplicaStatus;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.StreamSpecification;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.WitnessStatus;

/** The replicas of one global table as the Region of the law describes them, and how a replica is made. */
record Replicas(RegionLaw law, Regions regions, GlobalTable table) {

    static final String NO_LOCAL_INDEXES = "Local secondary indexes are not supported on a global table configured for"
            + " multi-Region strong consistency";
    static final String NO_TIME_TO_LIVE =
            "TimeToLive is not supported on a global table configured for multi-Region strong consistency";

    private static final String VERSION = "2019.11.21";

    /** The description with what the service adds for a global table. */
    TableDescription described(TableDescription plain) {
        List<ReplicaDescription> replicas = table.replicas().stream()
                .filter(region -> !region.equals(law.region()))
                .map(region -> ReplicaDescription.builder()
                        .regionName(region)
                        .replicaStatus(filling(region) ? ReplicaStatus.CREATING : ReplicaStatus.ACTIVE)
                        .build())
                .toList();
        TableDescription.Builder described = plain.toBuilder()
                .globalTableVersion(VERSION)
                .replicas(replicas)
                .multiRegionConsistency(
                        table.mode() == Mode.STRONG ? MultiRegionConsistency.STRONG : MultiRegionConsistency.EVENTUAL);
        table.witness()
                .ifPresent(region -> described.globalTableWitnesses(GlobalTableWitnessDescription.builder()
                        .regionName(region)
                        .witnessStatus(WitnessStatus.ACTIVE)
                        .build()));
        return described.build();
    }

    private boolean filling(String region) {
        return regions.others(region).stream()
                .anyMatch(from -> !regions.channel(from, region)
                        .underWay(shipment ->
                                shipment.backfill() && shipment.table().name().equals(table.name()))
                        .isEmpty());
    }

    /** Whether the Region has a table of this name, global or not. */
    static boolean exists(RegionLaw law, String name) {
        try {
            law.behind().execute(DescribeTableRequest.builder().tableName(name).build());
            return true;
        } catch (ResourceNotFoundException none) {
            return false;
        }
    }

    /** The same table with a stream, which every replica of an eventually consistent table has. */
    static CreateTableRequest streaming(CreateTableRequest create) {
        return streams(create.streamSpecification())
                ? create
                : create.toBuilder().streamSpecification(bothImages()).build();
    }

    static boolean streams(@Nullable StreamSpecification stream) {
        return stream != null && Boolean.TRUE.equals(stream.streamEnabled());
    }

    static StreamSpecification bothImages() {
        return StreamSpecification.builder()
                .streamEnabled(true)
                .streamViewType(StreamViewType.NEW_AND_OLD_IMAGES)
                .build();
    }

    /** The request that creates such a table. */
    static CreateTableRequest like(TableDescription table) {
        boolean onDemand = table.billingModeSummary() != null
                && table.billingModeSummary().billingMode() == BillingMode.PAY_PER_REQUEST;
        CreateTableRequest.Builder create = CreateTableRequest.builder()
                .tableName(table.tableName())
                .attributeDefinitions(table.attributeDefinitions())
                .keySchema(table.keySchema())
                .billingMode(onDemand ? BillingMode.PAY_PER_REQUEST : BillingMode.PROVISIONED)
                .provisionedThroughput(onDemand ? null : throughput(table.provisionedThroughput()))
                .onDemandThroughput(table.onDemandThroughput())
                .streamSpecification(table.streamSpecification());
        // An empty list is not the same as none.
        if (!table.globalSecondaryIndexes().isEmpty()) {
            create.globalSecondaryIndexes(table.globalSecondaryIndexes().stream()
                    .map(index -> global(index, onDemand))
                    .toList());
        }
        if (!table.localSecondaryIndexes().isEmpty()) {
            create.localSecondaryIndexes(table.localSecondaryIndexes().stream()
                    .map(index -> LocalSecondaryIndex.builder()
                            .indexName(index.indexName())
                            .keySchema(index.keySchema())
                            .projection(index.projection())
                            .build())
                    .toList());
        }
        return create.build();
    }

    private static GlobalSecondaryIndex global(GlobalSecondaryIndexDescription index, boolean onDemand) {
        return GlobalSecondaryIndex.builder()
                .indexName(index.indexName())
                .keySchema(index.keySchema())
                .projection(index.projection())
                .provisionedThroughput(onDemand ? null : throughput(index.provisionedThroughput()))
                .onDemandThroughput(index.onDemandThroughput())
                .build();
    }

    private static ProvisionedThroughput throughput(ProvisionedThroughputDescription described) {
        return ProvisionedThroughput.builder()
                .readCapacityUnits(described.readCapacityUnits())
                .writeCapacityUnits(described.writeCapacityUnits())
                .build();
    }
}
