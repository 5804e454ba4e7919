package dojo.session.table;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/**
 * A refusal for lack of a permission.
 *
 * @param action the action to add to the policy
 */
record Denied(String action, String message) {
    private static final Pattern ACTION = Pattern.compile("dynamodb:[A-Za-z]+");

    /** Empty if the request was refused for another reason. */
    static Optional<Denied> by(DynamoDbException refused) {
        if (refused.awsErrorDetails() == null
                || !"AccessDeniedException".equals(refused.awsErrorDetails().errorCode())) {
            return Optional.empty();
        }
        String message = String.valueOf(refused.awsErrorDetails().errorMessage());
        Matcher named = ACTION.matcher(message);
        return Optional.of(new Denied(named.find() ? named.group() : "the action it names", message));
    }

    void addTo(List<Finding> findings, Finding.Kind kind, String what) {
        findings.add(new Finding(
                kind,
                what,
                message,
                "Allow " + action
                        + " on this resource, as session-application.json does, and look at the conditions."));
    }
}
