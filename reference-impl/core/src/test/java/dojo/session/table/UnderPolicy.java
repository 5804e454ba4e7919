package dojo.session.table;

import dojo.lab.law.Call;
import dojo.lab.law.Law;
import dojo.lab.law.Next;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/** Refuses what a policy does not allow, as the service does, and remembers what was asked. */
final class UnderPolicy implements Law {
    private final Policy policy;
    private final Map<String, String> tags;
    private final Set<String> used = new ConcurrentSkipListSet<>();

    UnderPolicy(Policy policy, Map<String, String> tags) {
        this.policy = policy;
        this.tags = tags;
    }

    /** Each action and resource that was asked for, allowed or not. */
    Set<String> used() {
        return used;
    }

    Set<String> policyGrants() {
        return policy.grants();
    }

    @Override
    public AwsResponse apply(Call call, Next next) {
        for (Asked asked : Asked.by(call.request())) {
            used.add(asked.what());
            if (!policy.allows(asked, tags)) {
                throw denied(asked);
            }
        }
        return next.answer(call);
    }

    static DynamoDbException denied(Asked asked) {
        return (DynamoDbException) DynamoDbException.builder()
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode("AccessDeniedException")
                        .errorMessage(
                                "User: arn:aws:sts::111122223333:assumed-role/chat/pod is not authorized to perform: "
                                        + asked.action() + " on resource: " + asked.resource()
                                        + " because no identity-based policy allows the " + asked.action() + " action")
                        .build())
                .statusCode(400)
                .build();
    }
}
