package dojo.lab.law;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveDescription;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveSpecification;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

/**
 * Keeps the time-to-live settings of tables to itself, so that nothing is ever deleted by them.
 *
 * <p>DynamoDB Local sweeps on a wall clock of its own, at times within a second; the service deletes "within a few
 * days". Keeping an expired item is the behaviour of the service at every moment that a test lives long enough to see.
 * Safe for use by many threads.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/TTL.html">Time to live</a>
 */
public final class TimeToLiveSettings extends TimeToLiveKeeper {

    private final Map<String, TimeToLiveSpecification> enabled = new ConcurrentHashMap<>();

    @Override
    protected void change(Call call, String table, TimeToLiveSpecification wanted) {
        boolean changed = wanted.enabled() ? enabled.putIfAbsent(table, wanted) == null : enabled.remove(table) != null;
        if (!changed) {
            throw already(wanted.enabled());
        }
    }

    @Override
    protected TimeToLiveDescription describe(String table) {
        TimeToLiveSpecification specification = enabled.get(table);
        return specification == null
                ? TimeToLiveDescription.builder()
                        .timeToLiveStatus(TimeToLiveStatus.DISABLED)
                        .build()
                : TimeToLiveDescription.builder()
                        .timeToLiveStatus(TimeToLiveStatus.ENABLED)
                        .attributeName(specification.attributeName())
                        .build();
    }

    @Override
    protected void forget(String table) {
        enabled.remove(table);
    }
}
