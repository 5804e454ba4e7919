package dojo.lab.store;

import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** A DynamoDB behind an endpoint, spoken to by the SDK over HTTP. */
final class RemoteDynamo {

    private RemoteDynamo() {}

    static Store at(URI endpoint) {
        DynamoDbClient items = configured(DynamoDbClient.builder(), endpoint).build();
        DynamoDbStreamsClient streams =
                configured(DynamoDbStreamsClient.builder(), endpoint).build();
        return new SdkStore(items, streams, () -> {
            items.close();
            streams.close();
        });
    }

    private static <B extends AwsClientBuilder<B, ?>> B configured(B builder, URI endpoint) {
        return builder.endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                // DynamoDB Local accepts any key of letters and digits, and keeps a database for each.
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("dojo", "dojo")))
                .overrideConfiguration(override -> override.retryStrategy(AwsRetryStrategy.doNotRetry()));
    }
}
