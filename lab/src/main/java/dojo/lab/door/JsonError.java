package dojo.lab.door;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** Refusals of the store as the JSON the service would send. */
final class JsonError {

    /** The service names these two without the ending that the SDK gives its classes. */
    private static final Set<String> WITHOUT_ENDING =
            Set.of("InternalServerErrorException", "RequestLimitExceededException");

    private static final String NAMESPACE = "com.amazonaws.dynamodb.v20120810#";

    private JsonError() {}

    static byte[] of(AwsServiceException refused) {
        AwsErrorDetails details = refused.awsErrorDetails();
        String message =
                details != null && details.errorMessage() != null ? details.errorMessage() : refused.getMessage();
        return JsonCodec.encodeError(NAMESPACE + code(refused, details), message, refused);
    }

    static byte[] unknownOperation(String target) {
        // The service answers an unknown target so, without repeating it.
        return ("{\"__type\":\"com.amazon.coral.service#UnknownOperationException\",\"message\":\"No operation of"
                        + " DynamoDB is called " + target.replaceAll("[^A-Za-z0-9_.]", "?") + "\"}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String code(AwsServiceException refused, @Nullable AwsErrorDetails details) {
        if (details != null && details.errorCode() != null) {
            return details.errorCode();
        }
        String name = refused.getClass().getSimpleName();
        return WITHOUT_ENDING.contains(name) ? name.substring(0, name.length() - "Exception".length()) : name;
    }
}
