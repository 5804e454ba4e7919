package dojo.lab.store;

import java.net.URI;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;

/**
 * Where a request ends: a DynamoDB Local, inside this JVM or behind an endpoint.
 *
 * <p>Safe for use by many threads. Do not interrupt a thread inside {@link #execute}: an interrupted DynamoDB Local
 * was seen to answer with an error after it had committed.
 */
public interface Store extends AutoCloseable {

    /**
     * Executes one request of DynamoDB or of DynamoDB Streams.
     *
     * @throws software.amazon.awssdk.awscore.exception.AwsServiceException as the service would answer it
     * @throws UnsupportedOperationException if the request is of an operation that neither service has
     */
    AwsResponse execute(AwsRequest request);

    @Override
    void close();

    /**
     * Opens an empty DynamoDB Local in the memory of this JVM, telemetry off.
     *
     * @throws StoreUnavailable if its native library cannot be unpacked and loaded
     */
    static Store embedded() {
        return EmbeddedLocal.open();
    }

    /**
     * Speaks to the DynamoDB that listens at the endpoint. Nothing is sent before the first request, and nothing is
     * retried here: retries belong to the client in front.
     */
    static Store at(URI endpoint) {
        return RemoteDynamo.at(endpoint);
    }
}
