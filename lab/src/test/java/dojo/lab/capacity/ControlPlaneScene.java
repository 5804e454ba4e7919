package dojo.lab.capacity;

import static dojo.lab.capacity.Throttled.INDEX;
import static dojo.lab.capacity.Throttled.TABLE;
import static dojo.lab.capacity.Throttled.throughput;

import org.junit.jupiter.api.AfterEach;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexUpdate;
import software.amazon.awssdk.services.dynamodb.model.OnDemandThroughput;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.UpdateGlobalSecondaryIndexAction;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.WarmThroughput;

/** A table under the capacity law, and what its owner may ask of it. */
abstract class ControlPlaneScene {

    final Throttled lab = new Throttled(CapacitySettings.real());

    @AfterEach
    void close() {
        lab.close();
    }

    TableDescription described() {
        return lab.client()
                .describeTable(DescribeTableRequest.builder().tableName(TABLE).build())
                .table();
    }

    /** Local refuses to give an index the units that it had before the table went on demand. */
    static UpdateTableRequest provisionedAgain(long units) {
        return update().billingMode(BillingMode.PROVISIONED)
                .provisionedThroughput(throughput(units, units))
                .globalSecondaryIndexUpdates(GlobalSecondaryIndexUpdate.builder()
                        .update(UpdateGlobalSecondaryIndexAction.builder()
                                .indexName(INDEX)
                                .provisionedThroughput(throughput(units, units))
                                .build())
                        .build())
                .build();
    }

    static UpdateTableRequest.Builder update() {
        return UpdateTableRequest.builder().tableName(TABLE);
    }

    static WarmThroughput warm(long readUnits, long writeUnits) {
        return WarmThroughput.builder()
                .readUnitsPerSecond(readUnits)
                .writeUnitsPerSecond(writeUnits)
                .build();
    }

    static OnDemandThroughput maximum(
            @org.jspecify.annotations.Nullable Long readUnits, @org.jspecify.annotations.Nullable Long writeUnits) {
        return OnDemandThroughput.builder()
                .maxReadRequestUnits(readUnits)
                .maxWriteRequestUnits(writeUnits)
                .build();
    }
}
