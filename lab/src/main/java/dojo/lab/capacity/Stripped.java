package dojo.lab.capacity;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.CreateGlobalSecondaryIndexAction;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexUpdate;
import software.amazon.awssdk.services.dynamodb.model.OnDemandThroughput;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.WarmThroughput;

/** Requests without the maxima and the warm throughput, some of which break DynamoDB Local. */
final class Stripped {

    private static final @Nullable OnDemandThroughput NO_MAXIMUM = null;
    private static final @Nullable WarmThroughput NOT_WARM = null;

    private Stripped() {}

    static CreateTableRequest of(CreateTableRequest create) {
        CreateTableRequest.Builder stripped =
                create.toBuilder().onDemandThroughput(NO_MAXIMUM).warmThroughput(NOT_WARM);
        if (create.hasGlobalSecondaryIndexes()) {
            stripped.globalSecondaryIndexes(
                    create.globalSecondaryIndexes().stream().map(Stripped::of).toList());
        }
        return stripped.build();
    }

    static UpdateTableRequest of(UpdateTableRequest update) {
        UpdateTableRequest.Builder stripped =
                update.toBuilder().onDemandThroughput(NO_MAXIMUM).warmThroughput(NOT_WARM);
        if (update.hasGlobalSecondaryIndexUpdates()) {
            List<GlobalSecondaryIndexUpdate> left = update.globalSecondaryIndexUpdates().stream()
                    .map(Stripped::of)
                    .filter(Objects::nonNull)
                    .toList();
            stripped.globalSecondaryIndexUpdates(left.isEmpty() ? null : left);
        }
        return stripped.build();
    }

    /** Whether it asks for no change at all. */
    static boolean isEmpty(UpdateTableRequest update) {
        return update.equals(
                UpdateTableRequest.builder().tableName(update.tableName()).build());
    }

    private static GlobalSecondaryIndex of(GlobalSecondaryIndex index) {
        return index.toBuilder()
                .onDemandThroughput(NO_MAXIMUM)
                .warmThroughput(NOT_WARM)
                .build();
    }

    private static @Nullable GlobalSecondaryIndexUpdate of(GlobalSecondaryIndexUpdate change) {
        if (change.update() != null) {
            return change.update().provisionedThroughput() == null
                    ? null
                    : change.toBuilder()
                            .update(change.update().toBuilder()
                                    .onDemandThroughput(NO_MAXIMUM)
                                    .warmThroughput(NOT_WARM)
                                    .build())
                            .build();
        }
        CreateGlobalSecondaryIndexAction create = change.create();
        return create == null
                ? change
                : change.toBuilder()
                        .create(create.toBuilder()
                                .onDemandThroughput(NO_MAXIMUM)
                                .warmThroughput(NOT_WARM)
                                .build())
                        .build();
    }
}
