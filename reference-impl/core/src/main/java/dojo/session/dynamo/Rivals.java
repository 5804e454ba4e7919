package dojo.session.dynamo;

import dojo.session.Pause;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/**
 * Repeats a single write that met a transaction on the same item.
 *
 * <p>That is no answer about the log: nothing was stored, and the place may be free a moment later. The SDK does not
 * repeat it by itself.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis.html">AWS:
 *     transaction conflicts</a>
 */
record Rivals(int attempts, Pause pause) {
    <T> T yieldTo(Tally tally, Supplier<T> write) {
        for (int attempt = 1; ; attempt++) {
            try {
                return write.get();
            } catch (TransactionConflictException busy) {
                tally.refused(0);
                if (attempt == attempts) {
                    throw busy;
                }
                pause.before(attempt);
            }
        }
    }
}
