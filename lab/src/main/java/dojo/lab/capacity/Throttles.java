package dojo.lab.capacity;

import dojo.lab.law.Refusals;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ThrottlingReason;

/** Refusals for want of throughput, as the service throws them. */
final class Throttles {

    private Throttles() {}

    /**
     * The exception of a request none of which could be served, with all its reasons.
     *
     * <p>Pages of AWS differ on the quota of an account: a table is refused as the page on errors says, an index as the
     * page on its throttling says.
     *
     * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html">Error
     *     handling</a>
     * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/gsi-throttling.html">Throttling of
     *     global secondary indexes</a>
     */
    static AwsServiceException exception(List<Refusal> refused) {
        List<ThrottlingReason> reasons =
                refused.stream().map(Refusal::reason).distinct().toList();
        Refusal first = refused.get(0);
        if (!onDemand(first)) {
            return Refusals.provisionedThroughputExceeded(reasons);
        }
        boolean quota = first.why() == Admission.ACCOUNT_LIMIT;
        boolean ofTable = first.touch().resource().index().isEmpty();
        return quota && ofTable ? Refusals.requestLimitExceeded(reasons) : Refusals.throttling(reasons);
    }

    /**
     * The exception of a transaction with these refusals among its actions.
     *
     * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html">
     *     TransactWriteItems: cancellation reasons</a>
     */
    static AwsServiceException cancelled(int actions, List<Refusal> refused) {
        List<CancellationReason> reasons = new ArrayList<>();
        for (int action = 0; action < actions; action++) {
            reasons.add(Refusals.none());
        }
        for (Refusal refusal : refused) {
            boolean onDemand = onDemand(refusal);
            String code = onDemand ? "ThrottlingError" : "ProvisionedThroughputExceeded";
            String message =
                    String.valueOf(exception(List.of(refusal)).awsErrorDetails().errorMessage());
            reasons.set(refusal.asked().position(), Refusals.reason(code, message, Map.of()));
        }
        return Refusals.transactionCanceled(reasons);
    }

    private static boolean onDemand(Refusal refusal) {
        return refusal.touch().resource().with(Capacity::isOnDemand);
    }
}
