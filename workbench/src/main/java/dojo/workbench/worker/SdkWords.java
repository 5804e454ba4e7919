package dojo.workbench.worker;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
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
            return Optional.of(RefusalWords.of(code(refused), said(refused), refused));
        }
        return failure instanceof SdkClientException client ? Optional.of(client(client)) : Optional.empty();
    }

    /** What went wrong on this side of the wire. */
    private static String client(SdkClientException failure) {
        String said = String.valueOf(failure.getMessage());
        if (failure instanceof AbortedException) {
            return "A request was given up because its thread was interrupted (AbortedException);"
                    + " whether DynamoDB did it is unknown.";
        } else if (failure instanceof ApiCallTimeoutException || failure instanceof ApiCallAttemptTimeoutException) {
            return "No answer came in time (" + failure.getClass().getSimpleName()
                    + "); whether DynamoDB did what was asked is unknown, so a repetition must do no harm.";
        } else if (said.contains("Connection pool shut down")) {
            return "The client was closed before this request; close it only when nobody needs it any more.";
        } else if (said.contains("Unable to execute HTTP request")) {
            return "The request or its answer was lost on the way (SdkClientException): "
                    + cause(failure).orElse(said) + " Whether DynamoDB did what was asked is unknown.";
        } else if (said.contains("Unable to load credentials") || said.contains("Unable to load region")) {
            return "This client has no credentials or no Region: use the client that your class was given, it has both.";
        }
        return "The SDK refused to send the request: " + said;
    }

    private static Optional<String> cause(Throwable failure) {
        return Optional.ofNullable(failure.getCause())
                .map(Throwable::getMessage)
                .filter(text -> !text.isBlank())
                .map(SdkWords::sentence);
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
        String meaning = failure.cancellationReasons().stream()
                .map(CancellationReason::code)
                .distinct()
                .map(CancellationWords::of)
                .flatMap(Optional::stream)
                .reduce("", (before, one) -> before + " " + one);
        return "DynamoDB cancelled the whole transaction (TransactionCanceledException), and your code let the"
                + " exception through. " + String.join("; ", reasons) + "." + meaning;
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
        return sentence(message == null ? "no message" : message);
    }

    private static String sentence(String text) {
        String plain = text.strip();
        return plain.endsWith(".") ? plain : plain + ".";
    }
}
