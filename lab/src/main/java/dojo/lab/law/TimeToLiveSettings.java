package dojo.lab.law;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.services.dynamodb.model.DescribeTimeToLiveRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTimeToLiveResponse;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveDescription;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveSpecification;
import software.amazon.awssdk.services.dynamodb.model.UpdateTimeToLiveRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateTimeToLiveResponse;

/**
 * Lets DynamoDB Local keep the time-to-live settings of tables without ever deleting by them: it is told the name of
 * another attribute, which no item has.
 *
 * <p>DynamoDB Local sweeps on a wall clock of its own, at times within a second; the service deletes "within a few
 * days". Keeping an expired item is the behaviour of the service at every moment that a test lives long enough to see.
 * Safe for use by many threads.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/TTL.html">Time to live</a>
 */
public final class TimeToLiveSettings implements Law {

    private static final String WITHHELD = "withheld from DynamoDB Local: ";

    @Override
    public AwsResponse apply(Call call, Next next) {
        if (call.request() instanceof UpdateTimeToLiveRequest update) {
            UpdateTimeToLiveRequest told = update.toBuilder()
                    .timeToLiveSpecification(withheld(update.timeToLiveSpecification()))
                    .build();
            return ((UpdateTimeToLiveResponse) next.answer(call.with(told)))
                    .toBuilder()
                            .timeToLiveSpecification(update.timeToLiveSpecification())
                            .build();
        }
        AwsResponse answer = next.answer(call);
        if (call.request() instanceof DescribeTimeToLiveRequest) {
            DescribeTimeToLiveResponse described = (DescribeTimeToLiveResponse) answer;
            return described.toBuilder()
                    .timeToLiveDescription(told(described.timeToLiveDescription()))
                    .build();
        }
        return answer;
    }

    /** Whatever is missing is missing in what the store is told, too: it knows what to answer. */
    private static @Nullable TimeToLiveSpecification withheld(@Nullable TimeToLiveSpecification wanted) {
        if (wanted == null
                || wanted.attributeName() == null
                || wanted.attributeName().isEmpty()) {
            return wanted;
        }
        return wanted.toBuilder()
                .attributeName(WITHHELD + wanted.attributeName())
                .build();
    }

    private static @Nullable TimeToLiveDescription told(@Nullable TimeToLiveDescription described) {
        if (described == null
                || described.attributeName() == null
                || !described.attributeName().startsWith(WITHHELD)) {
            return described;
        }
        return described.toBuilder()
                .attributeName(described.attributeName().substring(WITHHELD.length()))
                .build();
    }
}
