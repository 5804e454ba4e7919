package dojo.workbench.worker;

import java.util.List;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** What DynamoDB means when it refuses a request, by its error code. */
final class RefusalWords {
    private RefusalWords() {}

    /** The sentence for a refusal; one whose code is not known here is quoted. */
    static String of(String code, String said, AwsServiceException failure) {
        return switch (code) {
            case "ConditionalCheckFailedException" ->
                "DynamoDB refused a write because its condition was false (ConditionalCheckFailedException)"
                        + " and your code let the exception through.";
            case "ValidationException" ->
                "DynamoDB cannot accept the request (ValidationException): " + said + ValidationWords.hint(said);
            case "ResourceNotFoundException", "TableNotFoundException" ->
                "DynamoDB knows no such table or index (" + code + "): " + said
                        + " Use the table name that your class was given; is the index name spelt right?";
            case "ProvisionedThroughputExceededException", "ThrottlingException", "RequestLimitExceeded" ->
                "DynamoDB throttled the request, and the SDK's retries ran out (" + code + "): " + said
                        + ThrottlingWords.of(failure);
            case "TransactionConflictException" ->
                "Another transaction held the item at that moment (TransactionConflictException); trying again is safe.";
            case "TransactionInProgressException" ->
                "The same client request token is being worked on right now (TransactionInProgressException): " + said
                        + " Wait, then send exactly the same transaction again.";
            case "IdempotentParameterMismatchException" ->
                "The client request token was used before with another content (IdempotentParameterMismatchException): "
                        + said + " A token belongs to one content: derive it from what is written.";
            case "ReplicatedWriteConflictException" ->
                "Another Region is writing the same item (ReplicatedWriteConflictException); trying again is safe.";
            default -> rarely(code, said);
        };
    }

    private static String rarely(String code, String said) {
        return switch (code) {
            case "DuplicateItemException" ->
                "An INSERT met an item of the same key (DuplicateItemException): PartiQL inserts never replace.";
            case "ItemCollectionSizeLimitExceededException" ->
                "All items of one partition key together are too large for a local index"
                        + " (ItemCollectionSizeLimitExceededException): with one, they may take 10 GB at most.";
            case "ResourceInUseException", "TableInUseException", "TableAlreadyExistsException" ->
                "The table is busy being made, changed or deleted, or exists already (" + code + "): " + said;
            case "LimitExceededException" ->
                "Too many tables or indexes are being changed at once (LimitExceededException): " + said
                        + " One change after the other.";
            case "ExpiredIteratorException" ->
                "A shard iterator is good for fifteen minutes (ExpiredIteratorException): get a new one with"
                        + " AFTER_SEQUENCE_NUMBER and the last sequence number you saw.";
            case "TrimmedDataAccessException" ->
                "The records are gone (TrimmedDataAccessException): a stream keeps them for 24 hours. Start again at"
                        + " TRIM_HORIZON, and read the items themselves for what was missed.";
            case "InternalServerError", "InternalServerErrorException", "ServiceUnavailable" ->
                "DynamoDB failed on its side (" + code + "), and the SDK's retries ran out; whether a write was done is"
                        + " unknown, so a repetition must do no harm.";
            case "SerializationException" ->
                "The request has a value of a wrong JSON type (SerializationException): " + said
                        + " Numbers are sent as texts, for example n(\"42\").";
            default -> rights(code, said);
        };
    }

    private static String rights(String code, String said) {
        List<String> unknown = List.of(
                "UnrecognizedClientException", "InvalidSignatureException", "MissingAuthenticationTokenException");
        if (code.equals("AccessDeniedException")) {
            return "These credentials may not do that (AccessDeniedException): " + said
                    + " Look for the action and the resource in the policy.";
        }
        return unknown.contains(code)
                ? "DynamoDB does not know these credentials (" + code + "): use the client that your class was given."
                : "DynamoDB refused the request (" + code + "): " + said;
    }
}
