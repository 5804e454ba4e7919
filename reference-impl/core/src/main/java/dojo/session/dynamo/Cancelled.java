package dojo.session.dynamo;

import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Why a transaction was cancelled; there is one reason for each of its actions, in their order.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html">AWS:
 *     TransactWriteItems</a>
 */
final class Cancelled {
    private Cancelled() {}

    /** Whether the condition of this action failed. */
    static boolean refused(CancellationReason action) {
        return "ConditionalCheckFailed".equals(action.code());
    }

    /** Whether the condition of any action failed. */
    static boolean refused(List<CancellationReason> actions) {
        return actions.stream().anyMatch(Cancelled::refused);
    }

    /** Whether somebody came first: a condition failed, or met another transaction. A new look tells which, and where. */
    static boolean overtaken(TransactionCanceledException cancelled) {
        return cancelled.cancellationReasons().stream()
                .anyMatch(action -> refused(action) || "TransactionConflict".equals(action.code()));
    }
}
