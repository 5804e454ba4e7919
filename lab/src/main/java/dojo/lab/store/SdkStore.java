package dojo.lab.store;

import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** Hands a request to the method of an SDK client that takes it. */
record SdkStore(DynamoDbClient items, DynamoDbStreamsClient streams, Runnable closing) implements Store {

    @Override
    public AwsResponse execute(AwsRequest request) {
        Operation operation = Operation.of(request);
        return operation.call(operation.ofStreams() ? streams : items, request);
    }

    @Override
    public void close() {
        closing.run();
    }
}
