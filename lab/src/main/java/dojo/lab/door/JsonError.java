package dojo.lab.door;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** Refusals as the JSON the service would send. */
final class JsonError {

    /** The service names these two without the ending that the SDK gives its classes. */
    private static final Set<String> WITHOUT_ENDING =
            Set.of("InternalServerErrorException", "RequestLimitExceededException");

    /** The model of the service spells the member of these with a capital. */
    private static final Set<String> WITH_CAPITAL = Set.of(
            "TransactionCanceledException",
            "TransactionInProgressException",
            "IdempotentParameterMismatchException",
            "SerializationException");

    private static final String NAMESPACE = "com.amazonaws.dynamodb.v20120810#";
    private static final String FRAMEWORK = "com.amazon.coral.service#";
    private static final String VALIDATION = "com.amazon.coral.validate#";

    private JsonError() {}

    static byte[] of(AwsServiceException refused) {
        AwsErrorDetails details = refused.awsErrorDetails();
        String code = code(refused, details);
        String namespace = code.equals("ValidationException") ? VALIDATION : NAMESPACE;
        return JsonCodec.encodeError(namespace + code, message(code, words(refused, details)), Optional.of(refused));
    }

    /** The service says no more than this to a target that it does not know. */
    static byte[] unknownOperation() {
        return JsonCodec.encodeError(FRAMEWORK + "UnknownOperationException", message("", ""), Optional.empty());
    }

    /** The service says no more than this to a body that is no JSON. */
    static byte[] malformed() {
        return JsonCodec.encodeError(FRAMEWORK + "SerializationException", message("", ""), Optional.empty());
    }

    /** A body that is JSON, with a value that is not what the operation takes. */
    static byte[] mismatch(JsonMismatch mismatch) {
        return serialization(String.valueOf(mismatch.getMessage()));
    }

    /** A body that cannot be read, for a reason. */
    static byte[] serialization(String reason) {
        return JsonCodec.encodeError(
                FRAMEWORK + "SerializationException", message("SerializationException", reason), Optional.empty());
    }

    /** A defect of the lab: what the service says when it breaks, and then what broke. */
    static byte[] defect(RuntimeException defect) {
        String words = "Internal server error. This is a defect of the lab: "
                + defect.getClass().getSimpleName() + ": " + defect.getMessage();
        return JsonCodec.encodeError(NAMESPACE + "InternalServerError", message("", words), Optional.empty());
    }

    private static Map.Entry<String, String> message(String code, String words) {
        return Map.entry(WITH_CAPITAL.contains(code) ? "Message" : "message", words);
    }

    private static String words(AwsServiceException refused, @Nullable AwsErrorDetails details) {
        String words =
                details != null && details.errorMessage() != null ? details.errorMessage() : refused.getMessage();
        return words == null ? "" : words;
    }

    private static String code(AwsServiceException refused, @Nullable AwsErrorDetails details) {
        if (details != null && details.errorCode() != null) {
            return details.errorCode();
        }
        String name = refused.getClass().getSimpleName();
        return WITHOUT_ENDING.contains(name) ? name.substring(0, name.length() - "Exception".length()) : name;
    }
}
