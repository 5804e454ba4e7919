package dojo.lab.junit;

import dojo.lab.Lab;
import dojo.lab.door.LabClients;
import java.time.Duration;
import java.util.function.IntConsumer;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Callers who come at a steady pace of virtual time and try once each: what is throttled is counted, not repeated.
 *
 * <p>A client that retries waits, and so comes less often than it is asked to; these do not wait for each other.
 */
public final class Traffic {

    private final Lab lab;
    private final DynamoDbClient client;

    private Traffic(Lab lab, DynamoDbClient client) {
        this.lab = lab;
        this.client = client;
    }

    /** Traffic on a lab under laws; its requests stand on the lab's bill. */
    public static Traffic on(Lab lab) {
        return new Traffic(lab, LabClients.items(lab.httpClient(), AwsRetryStrategy.doNotRetry()));
    }

    /** The client for the code under test: it sends each request once. */
    public DynamoDbClient client() {
        return client;
    }

    /** Does the work so many times, evenly over the time given, with 0 for the first; returns how often it was throttled. */
    public int throttled(int times, Duration over, IntConsumer work) {
        Duration gap = over.dividedBy(times);
        int throttled = 0;
        for (int i = 0; i < times; i++) {
            try {
                work.accept(i);
            } catch (SdkServiceException refused) {
                if (!refused.isThrottlingException()) {
                    throw refused;
                }
                throttled++;
            }
            lab.clock().advance(gap);
        }
        return throttled;
    }
}
