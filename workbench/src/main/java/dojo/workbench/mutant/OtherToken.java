package dojo.workbench.mutant;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import software.amazon.awssdk.awscore.AwsRequest;

/** A transaction whose token differs from attempt to attempt, as that of the SDK does from call to call. */
final class OtherToken implements Operator {

    private static final String TOKEN = "ClientRequestToken";
    /** What the SDK puts there if nobody else does: it cannot be forgotten. */
    private static final Pattern OF_THE_SDK = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    @Override
    public List<Change<AwsRequest>> on(AwsRequest request) {
        return Members.text(request, TOKEN)
                .filter(token -> !OF_THE_SDK.matcher(token).matches())
                .map(token -> new Change<AwsRequest>(
                        "with a new token each time",
                        Members.with(request, TOKEN, UUID.randomUUID().toString())))
                .map(List::of)
                .orElse(List.of());
    }
}
