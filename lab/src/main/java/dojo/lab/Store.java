package dojo.lab;

import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;

/**
 * Where a request ends: a DynamoDB Local, inside this JVM or behind an endpoint.
 *
 * <p>Safe for use by many threads.
 */
public interface Store extends AutoCloseable {

    /**
     * Executes one request of DynamoDB or of DynamoDB Streams.
     *
     * @throws software.amazon.awssdk.awscore.exception.AwsServiceException as the service would answer it
     */
    AwsResponse execute(AwsRequest request);

    @Override
    default void close() {}
}
