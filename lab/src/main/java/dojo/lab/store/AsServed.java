package dojo.lab.store;

import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/**
 * An embedded DynamoDB Local that breaks as its own server does: what goes wrong inside is an answer, never an exception
 * of its code. Seen with a statement that is missing, with types of shard iterators that do not exist, and with
 * operations newer than Local.
 */
record AsServed(SdkStore local) implements Store {

    @Override
    public AwsResponse execute(AwsRequest request) {
        Operation known = Operation.of(request);
        try {
            return local.execute(request);
        } catch (SdkException said) {
            throw said;
        } catch (UnsupportedOperationException absent) {
            throw answered(400, "UnknownOperationException", "An unknown operation was requested.", absent);
        } catch (RuntimeException broken) {
            throw answered(
                    500,
                    "InternalFailure",
                    "The request processing has failed because of an unknown error, exception or failure.",
                    new IllegalStateException("DynamoDB Local broke on a " + known, broken));
        }
    }

    @Override
    public void close() {
        local.close();
    }

    private static AwsServiceException answered(int status, String code, String message, RuntimeException cause) {
        return DynamoDbException.builder()
                .message(message)
                .statusCode(status)
                .cause(cause)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode(code)
                        .errorMessage(message)
                        .build())
                .build();
    }
}
