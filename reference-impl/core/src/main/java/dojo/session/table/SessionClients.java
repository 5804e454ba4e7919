package dojo.session.table;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClientBuilder;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;

/**
 * SDK clients set up for a session memory; every client you already have will do as well.
 *
 * <p>They speak to AWS with the SDK's usual chains for Region and credentials, or to the address in
 * {@value Endpoint#VARIABLE}, of the environment or the system properties. The builders may be changed further before
 * they build. Clients are thread-safe and meant to be shared; close each when the application ends.
 */
public final class SessionClients {
    private static final Duration BASE_PAUSE = Duration.ofMillis(25);
    private static final Duration BASE_PAUSE_WHEN_THROTTLED = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(20);
    /** Between the attempt's own limit and this one, so that the SDK's words come first. */
    private static final Duration SOCKET_GRACE = Duration.ofMillis(500);

    private static final Duration CONNECTION_LIFETIME = Duration.ofMinutes(10);

    private SessionClients() {}

    /**
     * A builder of clients that wait for answers.
     *
     * @throws IllegalArgumentException if {@value Endpoint#VARIABLE} holds no address
     */
    public static DynamoDbClientBuilder sync(ClientSettings settings) {
        return sync(settings, Endpoint.named());
    }

    /** The same for this address, whatever the variable says; one without TLS is signed for in name only. */
    public static DynamoDbClientBuilder sync(ClientSettings settings, URI endpoint) {
        return sync(settings, Optional.of(endpoint));
    }

    /**
     * A builder of clients that do not wait for answers.
     *
     * @throws IllegalArgumentException if {@value Endpoint#VARIABLE} holds no address
     */
    public static DynamoDbAsyncClientBuilder async(ClientSettings settings) {
        return async(settings, Endpoint.named());
    }

    static DynamoDbClientBuilder sync(ClientSettings settings, Optional<URI> endpoint) {
        // Given as a builder, the pool belongs to the client and is closed with it.
        return configured(DynamoDbClient.builder(), settings, endpoint)
                .httpClientBuilder(Apache5HttpClient.builder()
                        .connectionTimeout(settings.connect())
                        .socketTimeout(settings.attempt().plus(SOCKET_GRACE))
                        .connectionAcquisitionTimeout(settings.acquire())
                        .maxConnections(settings.connections())
                        // A connection sticks to one host of the service; anew now and then follows its DNS.
                        .connectionTimeToLive(CONNECTION_LIFETIME)
                        // Firewalls and NAT gateways forget quiet connections without a word.
                        .tcpKeepAlive(true));
    }

    static DynamoDbAsyncClientBuilder async(ClientSettings settings, Optional<URI> endpoint) {
        return configured(DynamoDbAsyncClient.builder(), settings, endpoint)
                .httpClientBuilder(NettyNioAsyncHttpClient.builder()
                        .connectionTimeout(settings.connect())
                        .readTimeout(settings.attempt().plus(SOCKET_GRACE))
                        .writeTimeout(settings.attempt().plus(SOCKET_GRACE))
                        .connectionAcquisitionTimeout(settings.acquire())
                        .maxConcurrency(settings.connections())
                        .connectionTimeToLive(CONNECTION_LIFETIME)
                        .tcpKeepAlive(true));
    }

    private static <B extends AwsClientBuilder<B, ?>> B configured(
            B builder, ClientSettings settings, Optional<URI> endpoint) {
        endpoint.ifPresent(address -> {
            builder.endpointOverride(address);
            if ("http".equals(address.getScheme())) {
                // Without TLS it is no AWS: DynamoDB Local signs nothing, yet the SDK wants something to sign with.
                builder.region(Region.US_EAST_1)
                        .credentialsProvider(
                                StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")));
            }
        });
        return builder.overrideConfiguration(override -> override.apiCallAttemptTimeout(settings.attempt())
                .apiCallTimeout(settings.call())
                .retryStrategy(retries(settings)));
    }

    /**
     * The SDK's standard strategy, which has a budget: a bucket of 500 tokens for the whole client, from which a retry
     * takes some and to which successes give back. When most requests fail, it runs dry, and then every request is sent
     * only once instead of adding to the trouble.
     *
     * @see <a href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html">AWS: retry behaviour</a>
     */
    static StandardRetryStrategy retries(ClientSettings settings) {
        return AwsRetryStrategy.standardRetryStrategy().toBuilder()
                .maxAttempts(settings.attempts())
                .backoffStrategy(BackoffStrategy.exponentialDelay(BASE_PAUSE, LONGEST_PAUSE))
                .throttlingBackoffStrategy(BackoffStrategy.exponentialDelay(BASE_PAUSE_WHEN_THROTTLED, LONGEST_PAUSE))
                .circuitBreakerEnabled(true)
                .build();
    }
}
