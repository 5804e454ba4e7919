package dojo.workbench.worker;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.RequestLimitExceededException;
import software.amazon.awssdk.services.dynamodb.model.ThrottlingException;
import software.amazon.awssdk.services.dynamodb.model.ThrottlingReason;

/**
 * Which limit a throttled request met: the reasons that DynamoDB names since August 2025, {@code
 * TableWriteKeyRangeThroughputExceeded} and its like.
 */
final class ThrottlingWords {
    private ThrottlingWords() {}

    /** A sentence a reason, with a space before each; empty when there are none. */
    static String of(AwsServiceException failure) {
        return reasons(failure).stream()
                .map(ThrottlingWords::sentence)
                .distinct()
                .map(sentence -> " " + sentence)
                .collect(Collectors.joining());
    }

    private static List<ThrottlingReason> reasons(AwsServiceException failure) {
        if (failure instanceof ProvisionedThroughputExceededException exceeded) {
            return exceeded.throttlingReasons();
        } else if (failure instanceof ThrottlingException throttled) {
            return throttled.throttlingReasons();
        }
        return failure instanceof RequestLimitExceededException limited ? limited.throttlingReasons() : List.of();
    }

    private static String sentence(ThrottlingReason reason) {
        String code = Optional.ofNullable(reason.reason()).orElse("no reason");
        String place = (code.startsWith("Index") ? "an index" : "the table")
                + Optional.ofNullable(reason.resource())
                        .map(arn -> " (" + arn.substring(arn.lastIndexOf('/') + 1) + ")")
                        .orElse("");
        String kind = code.contains("Write") ? "writes" : "reads";
        String limit = code.endsWith("KeyRangeThroughputExceeded")
                ? "one range of keys of " + place + " gets more " + kind
                        + " than a partition can take: spread them over more partition keys"
                : code.endsWith("ProvisionedThroughputExceeded")
                        ? place + " has no provisioned capacity left for " + kind
                        : code.endsWith("MaxOnDemandThroughputExceeded")
                                ? place + " has reached the most " + kind + " that its owner allowed it"
                                : code.endsWith("AccountLimitExceeded")
                                        ? "the account has reached its limit for " + kind + " on " + place
                                        : place + " was throttled";
        return code + ": " + limit + ".";
    }
}
