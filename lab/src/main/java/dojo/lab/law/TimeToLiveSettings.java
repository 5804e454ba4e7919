package dojo.lab.law;

import dojo.lab.store.Store;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.services.dynamodb.model.DeleteTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTimeToLiveRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTimeToLiveResponse;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveDescription;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveSpecification;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;
import software.amazon.awssdk.services.dynamodb.model.UpdateTimeToLiveRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateTimeToLiveResponse;

/**
 * Keeps the time-to-live settings of tables to itself, so that nothing is ever deleted by them.
 *
 * <p>DynamoDB Local sweeps on a wall clock of its own, at times within a second; the service deletes "within a few
 * days". Keeping an expired item is the behaviour of the service at every moment that a test lives long enough to see.
 * Safe for use by many threads.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/TTL.html">Time to live</a>
 */
public final class TimeToLiveSettings implements Law {

    private final Map<String, TimeToLiveSpecification> enabled = new ConcurrentHashMap<>();

    @Override
    public AwsResponse apply(Call call, Next next) {
        AwsRequest request = call.request();
        Store rest = next.onBehalfOf(call);
        if (request instanceof UpdateTimeToLiveRequest update) {
            return update(update, rest);
        }
        if (request instanceof DescribeTimeToLiveRequest describe) {
            mustExist(describe.tableName(), rest);
            return describe(describe.tableName());
        }
        AwsResponse response = next.answer(call);
        if (request instanceof DeleteTableRequest delete) {
            enabled.remove(delete.tableName());
        }
        return response;
    }

    private AwsResponse update(UpdateTimeToLiveRequest update, Store rest) {
        mustExist(update.tableName(), rest);
        TimeToLiveSpecification wanted = update.timeToLiveSpecification();
        boolean changed = wanted.enabled()
                ? enabled.putIfAbsent(update.tableName(), wanted) == null
                : enabled.remove(update.tableName()) != null;
        if (!changed) {
            throw Refusals.validation("TimeToLive is already " + (wanted.enabled() ? "enabled" : "disabled"));
        }
        return UpdateTimeToLiveResponse.builder()
                .timeToLiveSpecification(wanted)
                .build();
    }

    private AwsResponse describe(String table) {
        TimeToLiveSpecification specification = enabled.get(table);
        TimeToLiveDescription description = specification == null
                ? TimeToLiveDescription.builder()
                        .timeToLiveStatus(TimeToLiveStatus.DISABLED)
                        .build()
                : TimeToLiveDescription.builder()
                        .timeToLiveStatus(TimeToLiveStatus.ENABLED)
                        .attributeName(specification.attributeName())
                        .build();
        return DescribeTimeToLiveResponse.builder()
                .timeToLiveDescription(description)
                .build();
    }

    private static void mustExist(String table, Store rest) {
        rest.execute(DescribeTableRequest.builder().tableName(table).build());
    }
}
