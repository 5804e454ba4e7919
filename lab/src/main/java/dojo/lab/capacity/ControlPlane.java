package dojo.lab.capacity;

import dojo.lab.law.Call;
import dojo.lab.law.Next;
import dojo.lab.law.Refusals;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.CreateTableResponse;
import software.amazon.awssdk.services.dynamodb.model.DeleteTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableResponse;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.LimitExceededException;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughput;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableResponse;
import software.amazon.awssdk.services.dynamodb.model.WarmThroughput;

/**
 * Takes down what owners ask of their tables, and describes the tables accordingly: DynamoDB Local ignores maxima and
 * warm throughput, and keeps no quota.
 */
final class ControlPlane {

    private final CapacitySettings settings;
    private final Tables tables;

    ControlPlane(CapacitySettings settings, Tables tables) {
        this.settings = settings;
        this.tables = tables;
    }

    AwsResponse apply(Call call, Next next) {
        AwsRequest request = call.request();
        if (hasGap(request)) {
            return next.answer(call);
        }
        if (request instanceof CreateTableRequest create) {
            return create(call, next, create);
        }
        if (request instanceof UpdateTableRequest update) {
            return update(call, next, update);
        }
        AwsResponse answer = next.answer(call);
        if (request instanceof DescribeTableRequest) {
            return described((DescribeTableResponse) answer);
        }
        if (request instanceof DeleteTableRequest delete) {
            tables.forget(delete.tableName());
        }
        return answer;
    }

    /** Whether a list of indexes has a null in it, which the store is going to refuse. */
    private static boolean hasGap(AwsRequest request) {
        return (request instanceof CreateTableRequest create
                        && create.globalSecondaryIndexes().stream().anyMatch(Objects::isNull))
                || (request instanceof UpdateTableRequest update
                        && update.globalSecondaryIndexUpdates().stream().anyMatch(Objects::isNull));
    }

    private AwsResponse described(DescribeTableResponse answer) {
        return answer.toBuilder()
                .table(Description.of(answer.table(), tables.of(answer.table().tableName()), tables.now()))
                .build();
    }

    private AwsResponse create(Call call, Next next, CreateTableRequest create) {
        boolean onDemand = create.billingMode() == BillingMode.PAY_PER_REQUEST;
        withinQuota(create.provisionedThroughput());
        withinQuota(create.warmThroughput());
        create.globalSecondaryIndexes().forEach(index -> {
            withinQuota(index.provisionedThroughput());
            withinQuota(index.warmThroughput());
        });
        CreateTableResponse answer = (CreateTableResponse) next.answer(call.with(Stripped.of(create)));
        Throughput table = Throughput.of(
                onDemand, create.provisionedThroughput(), create.onDemandThroughput(), create.warmThroughput());
        Map<String, Throughput> indexes = new HashMap<>();
        for (GlobalSecondaryIndex index : create.globalSecondaryIndexes()) {
            Throughput asked = Throughput.of(
                    onDemand, index.provisionedThroughput(), index.onDemandThroughput(), index.warmThroughput());
            indexes.put(index.indexName(), asked);
        }
        TableCapacity added = tables.add(answer.tableDescription(), table, indexes);
        return answer.toBuilder()
                .tableDescription(Description.of(answer.tableDescription(), added, tables.now()))
                .build();
    }

    private AwsResponse update(Call call, Next next, UpdateTableRequest update) {
        TableCapacity table = tables.of(update.tableName());
        if (table == null) {
            return next.answer(call);
        }
        Update change = new Update(table, tables, update);
        withinQuota(update.provisionedThroughput());
        withinQuota(update.warmThroughput());
        update.globalSecondaryIndexUpdates().forEach(index -> {
            withinQuota(index.update() == null ? null : index.update().provisionedThroughput());
            withinQuota(index.update() == null ? null : index.update().warmThroughput());
            withinQuota(index.create() == null ? null : index.create().provisionedThroughput());
            withinQuota(index.create() == null ? null : index.create().warmThroughput());
        });
        String refused = change.refused();
        if (!refused.isEmpty()) {
            throw limitExceeded(refused);
        }
        String invalid = change.invalid();
        if (!invalid.isEmpty()) {
            throw Refusals.validation(invalid);
        }
        UpdateTableResponse answer = answer(call, next, update);
        change.apply(answer.tableDescription());
        return answer.toBuilder()
                .tableDescription(Description.of(answer.tableDescription(), table, tables.now()))
                .build();
    }

    /** What Local ignores never reaches it: with nothing else to change it would refuse. */
    private static UpdateTableResponse answer(Call call, Next next, UpdateTableRequest update) {
        UpdateTableRequest stripped = Stripped.of(update);
        if (!Stripped.isEmpty(stripped) || Stripped.isEmpty(update)) {
            return (UpdateTableResponse) next.answer(call.with(stripped));
        }
        var describe =
                DescribeTableRequest.builder().tableName(update.tableName()).build();
        DescribeTableResponse described = (DescribeTableResponse) next.answer(call.with(describe));
        return UpdateTableResponse.builder().tableDescription(described.table()).build();
    }

    private void withinQuota(@Nullable ProvisionedThroughput asked) {
        if (asked != null) {
            withinQuota(asked.readCapacityUnits(), asked.writeCapacityUnits());
        }
    }

    private void withinQuota(@Nullable WarmThroughput asked) {
        if (asked != null) {
            withinQuota(asked.readUnitsPerSecond(), asked.writeUnitsPerSecond());
        }
    }

    private void withinQuota(@Nullable Long readUnits, @Nullable Long writeUnits) {
        double read = settings.tableQuota(Access.READ);
        double write = settings.tableQuota(Access.WRITE);
        if (Throughput.units(readUnits) > read || Throughput.units(writeUnits) > write) {
            throw limitExceeded(String.format(
                    Locale.ROOT,
                    "A table or an index may have %,.0f read and %,.0f write units by quota; %s and %s were asked for.",
                    read,
                    write,
                    readUnits,
                    writeUnits));
        }
    }

    private static AwsServiceException limitExceeded(String message) {
        return LimitExceededException.builder()
                .message(message)
                .statusCode(400)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode("LimitExceededException")
                        .errorMessage(message)
                        .build())
                .build();
    }
}
