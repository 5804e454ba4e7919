package dojo.lab.door;

import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsAsyncClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** Ordinary SDK clients whose HTTP client is a door of the lab. */
public final class LabClients {

    private static final int ATTEMPTS = 4;
    private static final Duration BASE_DELAY = Duration.ofMillis(25);
    private static final Duration LONGEST_DELAY = Duration.ofSeconds(20);

    private LabClients() {}

    /** A client of DynamoDB; close it before the door. */
    public static DynamoDbClient items(InProcessDoor door) {
        return items(door, retries());
    }

    /** A client of DynamoDB that retries in its own way; close it before the door. */
    public static DynamoDbClient items(SdkHttpClient door, RetryStrategy retries) {
        return configured(DynamoDbClient.builder().httpClient(door), retries).build();
    }

    /** A client of DynamoDB Streams; close it before the door. */
    public static DynamoDbStreamsClient streams(InProcessDoor door) {
        return streams(door, retries());
    }

    /** A client of DynamoDB Streams that retries in its own way; close it before the door. */
    public static DynamoDbStreamsClient streams(InProcessDoor door, RetryStrategy retries) {
        return configured(DynamoDbStreamsClient.builder().httpClient(door), retries)
                .build();
    }

    /** A client of DynamoDB that does not wait; close it before the door. */
    public static DynamoDbAsyncClient items(AsyncDoor door) {
        return items(door, retries());
    }

    /** A client of DynamoDB that does not wait and retries in its own way; close it before the door. */
    public static DynamoDbAsyncClient items(AsyncDoor door, RetryStrategy retries) {
        return configured(DynamoDbAsyncClient.builder().httpClient(door), retries)
                .build();
    }

    /** A client of DynamoDB Streams that does not wait; close it before the door. */
    public static DynamoDbStreamsAsyncClient streams(AsyncDoor door) {
        return streams(door, retries());
    }

    /** A client of DynamoDB Streams that does not wait and retries in its own way; close it before the door. */
    public static DynamoDbStreamsAsyncClient streams(AsyncDoor door, RetryStrategy retries) {
        return configured(DynamoDbStreamsAsyncClient.builder().httpClient(door), retries)
                .build();
    }

    private static <B extends AwsClientBuilder<B, ?>> B configured(B builder, RetryStrategy retries) {
        return builder
                // Never resolved: the door has no socket. The name shows up in messages of the SDK.
                .endpointOverride(URI.create("http://lab.invalid"))
                .region(Region.US_EAST_1)
                // Nobody here checks a signature, and making one for every request is not free.
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .overrideConfiguration(override -> override.retryStrategy(retries)
                        // What a user keeps under ~/.aws must not change what a lesson shows.
                        .defaultProfileFile(ProfileFile.aggregator().build()));
    }

    /**
     * Four attempts from a base of 25 ms, the SDK's announced default, pinned here: without a word the SDK of today
     * makes nine, and keeps at it for about 50 seconds when it is throttled
     * (<a href="https://github.com/aws/aws-sdk-java-v2/issues/6987">issue 6987</a>).
     */
    public static StandardRetryStrategy retries() {
        return AwsRetryStrategy.standardRetryStrategy().toBuilder()
                .maxAttempts(ATTEMPTS)
                .backoffStrategy(BackoffStrategy.exponentialDelay(BASE_DELAY, LONGEST_DELAY))
                .throttlingBackoffStrategy(BackoffStrategy.exponentialDelay(Duration.ofSeconds(1), LONGEST_DELAY))
                .build();
    }
}
