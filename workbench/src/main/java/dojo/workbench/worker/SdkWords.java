package dojo.workbench.worker;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** What the SDK's exceptions mean, in sentences. */
final class SdkWords {
    private SdkWords() {}

    /** The sentence for an exception of the SDK; empty for any other. */
    static Optional<String> of(Throwable failure) {
        if (failure instanceof TransactionCanceledException cancelled) {
            return Optional.of(cancelled(cancelled));
        }
        if (failure instanceof AwsServiceException refused) {
            return Optional.of(refused(code(refused), said(refused)));
        }
        if (failure instanceof AbortedException) {
            return Optional.of("A request was given up because its thread was interrupted (AbortedException);"
                    + " whether DynamoDB did it is unknown.");
        }
        return failure instanceof SdkClientException
                ? Optional.of("The SDK refused to send the request: " + failure.getMessage())
                : Optional.empty();
    }

    private static String refused(String code, String said) {
        return switch (code) {
            case "ConditionalCheckFailedException" ->
                "DynamoDB refused a write because its condition was false (ConditionalCheckFailedException)"
                        + " and your code let the exception through.";
            case "ValidationException" ->
                "DynamoDB cannot accept the request (ValidationException): " + said + hint(said);
            case "ResourceNotFoundException" ->
                "DynamoDB knows no such table or index (ResourceNotFoundException): " + said
                        + " Use the table name that your class was given; is the index name spelt right?";
            case "ProvisionedThroughputExceededException", "ThrottlingException", "RequestLimitExceeded" ->
                "DynamoDB throttled the request, and the SDK's retries ran out (" + code + "): " + said;
            case "TransactionConflictException" ->
                "Another transaction held the item at that moment (TransactionConflictException); trying again is safe.";
            default -> "DynamoDB refused the request (" + code + "): " + said;
        };
    }

    private static String hint(String said) {
        if (said.contains("reserved keyword")) {
            return " Give the attribute a placeholder (#name) in expressionAttributeNames.";
        }
        if (said.contains("missed key schema element") || said.contains("does not match the schema")) {
            return " Compare the key in your request with the table's keys.";
        }
        if (said.contains("Type mismatch for Index Key") || said.contains("is not valid for index")) {
            return " An attribute that is an index key must have the index's type, or be left out.";
        }
        if (said.contains("unused in expressions")) {
            return " A name or value that no expression uses must be left out.";
        }
        return "";
    }

    private static String cancelled(TransactionCanceledException failure) {
        List<String> reasons = new ArrayList<>();
        int number = 1;
        for (CancellationReason reason : failure.cancellationReasons()) {
            String code = reason.code() == null ? "None" : reason.code();
            reasons.add("action " + number + ": "
                    + (code.equals("None") ? "no objection" : code)
                    + (reason.message() == null ? "" : " (" + reason.message() + ")"));
            number++;
        }
        return "DynamoDB cancelled the whole transaction (TransactionCanceledException), and your code let the"
                + " exception through. " + String.join("; ", reasons) + ".";
    }

    private static String code(AwsServiceException failure) {
        return failure.awsErrorDetails() == null || failure.awsErrorDetails().errorCode() == null
                ? failure.getClass().getSimpleName()
                : failure.awsErrorDetails().errorCode();
    }

    private static String said(AwsServiceException failure) {
        String message = failure.awsErrorDetails() == null
                ? failure.getMessage()
                : failure.awsErrorDetails().errorMessage();
        String plain = message == null ? "no message" : message.strip();
        return plain.endsWith(".") ? plain : plain + ".";
    }
}
