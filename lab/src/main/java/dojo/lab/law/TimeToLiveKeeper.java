package dojo.lab.law;

import dojo.lab.item.TableShapes;
import dojo.lab.store.Store;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.services.dynamodb.model.DeleteTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTimeToLiveRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTimeToLiveResponse;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveDescription;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveSpecification;
import software.amazon.awssdk.services.dynamodb.model.UpdateTimeToLiveRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateTimeToLiveResponse;

/**
 * Answers for the time-to-live settings of tables and never tells the store, which would delete by a clock of its own.
 *
 * <p>Subclasses remember the settings, by the bare name of the table; they are called by many threads.
 */
public abstract class TimeToLiveKeeper implements Law {

    @Override
    public final AwsResponse apply(Call call, Next next) {
        AwsRequest request = call.request();
        Store rest = next.onBehalfOf(call);
        if (request instanceof UpdateTimeToLiveRequest update) {
            return update(call, update, rest);
        }
        if (request instanceof DescribeTimeToLiveRequest describe) {
            mustExist(describe.tableName(), rest);
            return DescribeTimeToLiveResponse.builder()
                    .timeToLiveDescription(describe(TableShapes.name(describe.tableName())))
                    .build();
        }
        AwsResponse response = next.answer(call);
        if (request instanceof DeleteTableRequest delete) {
            forget(TableShapes.name(delete.tableName()));
        }
        return response;
    }

    /**
     * Changes the setting of a table that exists.
     *
     * @throws software.amazon.awssdk.awscore.exception.AwsServiceException if it cannot be changed so, or not now
     */
    protected abstract void change(Call call, String table, TimeToLiveSpecification wanted);

    /** The setting of a table that exists. */
    protected abstract TimeToLiveDescription describe(String table);

    /** The table is no more. */
    protected abstract void forget(String table);

    /** What the service says when a table has that setting already. */
    protected static RuntimeException already(boolean enabled) {
        return Refusals.validation("TimeToLive is already " + (enabled ? "enabled" : "disabled"));
    }

    private AwsResponse update(Call call, UpdateTimeToLiveRequest update, Store rest) {
        mustExist(update.tableName(), rest);
        @Nullable TimeToLiveSpecification wanted = update.timeToLiveSpecification();
        if (wanted == null || wanted.enabled() == null || wanted.attributeName() == null) {
            throw Refusals.validation(
                    "TimeToLiveSpecification cannot be null, nor can its Enabled or its AttributeName");
        }
        change(call, TableShapes.name(update.tableName()), wanted);
        return UpdateTimeToLiveResponse.builder()
                .timeToLiveSpecification(wanted)
                .build();
    }

    private static void mustExist(@Nullable String table, Store rest) {
        rest.execute(DescribeTableRequest.builder().tableName(table).build());
    }
}
