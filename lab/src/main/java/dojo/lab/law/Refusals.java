package dojo.lab.law;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ExpiredIteratorException;
import software.amazon.awssdk.services.dynamodb.model.IdempotentParameterMismatchException;
import software.amazon.awssdk.services.dynamodb.model.InternalServerErrorException;
import software.amazon.awssdk.services.dynamodb.model.LimitExceededException;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.ReplicatedWriteConflictException;
import software.amazon.awssdk.services.dynamodb.model.RequestLimitExceededException;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ThrottlingException;
import software.amazon.awssdk.services.dynamodb.model.ThrottlingReason;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.TransactionInProgressException;
import software.amazon.awssdk.services.dynamodb.model.TrimmedDataAccessException;

/**
 * Refusals as the service words them.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html">
 *     Error handling with DynamoDB</a>
 */
public final class Refusals {

    private static final int BAD_REQUEST = 400;
    private static final int INTERNAL = 500;
    private static final int UNAVAILABLE = 503;

    private Refusals() {}

    /** The request is not one that can be answered. */
    public static AwsServiceException validation(String message) {
        return DynamoDbException.builder()
                .message(message)
                .statusCode(BAD_REQUEST)
                .awsErrorDetails(details("ValidationException", message))
                .build();
    }

    /** There is no such table or index. */
    public static AwsServiceException notFound(String message) {
        return ResourceNotFoundException.builder()
                .message(message)
                .statusCode(BAD_REQUEST)
                .awsErrorDetails(details("ResourceNotFoundException", message))
                .build();
    }

    /** A table or index with provisioned throughput has none left here. */
    public static AwsServiceException provisionedThroughputExceeded(List<ThrottlingReason> reasons) {
        String message =
                "The level of configured provisioned throughput for the table was exceeded. Consider increasing"
                        + " your provisioning level with the UpdateTable API.";
        return ProvisionedThroughputExceededException.builder()
                .message(message)
                .statusCode(BAD_REQUEST)
                .throttlingReasons(reasons)
                .awsErrorDetails(details("ProvisionedThroughputExceededException", message))
                .build();
    }

    /** A table or index on demand has no throughput left here. */
    public static AwsServiceException throttling(List<ThrottlingReason> reasons) {
        String message = "Throughput exceeds the current capacity of your table or index. DynamoDB is automatically"
                + " scaling your table or index so please try again shortly.";
        return ThrottlingException.builder()
                .message(message)
                .statusCode(BAD_REQUEST)
                .throttlingReasons(reasons)
                .awsErrorDetails(details("ThrottlingException", message))
                .build();
    }

    /** A quota of the account is used up. */
    public static AwsServiceException requestLimitExceeded(List<ThrottlingReason> reasons) {
        String message =
                "Throughput exceeds the current throughput limit for your account. Please contact AWS Support to"
                        + " request a limit increase.";
        return RequestLimitExceededException.builder()
                .message(message)
                .statusCode(BAD_REQUEST)
                .throttlingReasons(reasons)
                .awsErrorDetails(details("RequestLimitExceeded", message))
                .build();
    }

    /** A limit of the service itself is reached, other than that of throughput. */
    public static AwsServiceException limitExceeded(String message) {
        return LimitExceededException.builder()
                .message(message)
                .statusCode(BAD_REQUEST)
                .awsErrorDetails(details("LimitExceededException", message))
                .build();
    }

    /** Records that were asked for are no longer kept. */
    public static AwsServiceException trimmedDataAccess() {
        String message = "The operation attempted to read past the oldest stream record in a shard.";
        return TrimmedDataAccessException.builder()
                .message(message)
                .statusCode(BAD_REQUEST)
                .awsErrorDetails(details("TrimmedDataAccessException", message))
                .build();
    }

    /** Something broke inside: whether a write happened is unknown to the caller. */
    public static AwsServiceException internalServerError() {
        String message = "Internal server error";
        return InternalServerErrorException.builder()
                .message(message)
                .statusCode(INTERNAL)
                .awsErrorDetails(details("InternalServerError", message))
                .build();
    }

    /** The service cannot be reached behind its door: whether a write happened is unknown to the caller. */
    public static AwsServiceException serviceUnavailable() {
        String message = "Service is currently unavailable or busy.";
        return DynamoDbException.builder()
                .message(message)
                .statusCode(UNAVAILABLE)
                .awsErrorDetails(details("ServiceUnavailable", message))
                .build();
    }

    /** There is such a table already. */
    public static AwsServiceException inUse(String message) {
        return ResourceInUseException.builder()
                .message(message)
                .statusCode(BAD_REQUEST)
                .awsErrorDetails(details("ResourceInUseException", message))
                .build();
    }

    /** Another Region is writing the same item of a strongly consistent global table at the same time. */
    public static AwsServiceException replicatedWriteConflict() {
        String message = "One or more items in this request are being modified by a request in another Region.";
        return ReplicatedWriteConflictException.builder()
                .message(message)
                .statusCode(BAD_REQUEST)
                .awsErrorDetails(details("ReplicatedWriteConflictException", message))
                .build();
    }

    /** A single write met an item that a transaction has in hand. */
    public static AwsServiceException transactionConflict() {
        String message = "Transaction is ongoing for the item";
        return TransactionConflictException.builder()
                .message(message)
                .statusCode(BAD_REQUEST)
                .awsErrorDetails(details("TransactionConflictException", message))
                .build();
    }

    /** A transaction was cancelled; one reason for each of its actions, in their order. */
    public static AwsServiceException transactionCanceled(List<CancellationReason> reasons) {
        String codes =
                String.join(", ", reasons.stream().map(CancellationReason::code).toList());
        String message =
                "Transaction cancelled, please refer cancellation reasons for specific reasons [" + codes + "]";
        return TransactionCanceledException.builder()
                .message(message)
                .statusCode(BAD_REQUEST)
                .cancellationReasons(reasons)
                .awsErrorDetails(details("TransactionCanceledException", message))
                .build();
    }

    /** The iterator is more than 15 minutes old. */
    public static AwsServiceException expiredIterator() {
        String message = "The shard iterator has expired and can no longer be used to retrieve stream records. A shard"
                + " iterator expires 15 minutes after it is retrieved using the GetShardIterator action.";
        return ExpiredIteratorException.builder()
                .message(message)
                .statusCode(BAD_REQUEST)
                .awsErrorDetails(details("ExpiredIteratorException", message))
                .build();
    }

    /** The token stands for a transaction with other parameters. */
    public static AwsServiceException idempotentParameterMismatch() {
        String message = "Request rejected because it was retried with a different payload but with an idempotent token"
                + " that was already used.";
        return IdempotentParameterMismatchException.builder()
                .message(message)
                .statusCode(BAD_REQUEST)
                .awsErrorDetails(details("IdempotentParameterMismatchException", message))
                .build();
    }

    /** The token stands for a transaction that is still under way. */
    public static AwsServiceException transactionInProgress() {
        String message = "The transaction with the given request token is already in progress.";
        return TransactionInProgressException.builder()
                .message(message)
                .statusCode(BAD_REQUEST)
                .awsErrorDetails(details("TransactionInProgressException", message))
                .build();
    }

    /** The reason of an action that did nothing wrong. */
    public static CancellationReason none() {
        return CancellationReason.builder().code("None").build();
    }

    /** The reason of an action that did, with the item it met if the caller asked for it. */
    public static CancellationReason reason(String code, String message, Map<String, AttributeValue> item) {
        return CancellationReason.builder()
                .code(code)
                .message(message)
                .item(item.isEmpty() ? null : item)
                .build();
    }

    private static AwsErrorDetails details(String code, String message) {
        return AwsErrorDetails.builder().errorCode(code).errorMessage(message).build();
    }
}
