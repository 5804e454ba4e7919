package dojo.session.work;

import dojo.session.Bill;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Turns what a response says it consumed into a bill. */
final class Consumed {
    private Consumed() {}

    static <R extends DynamoDbResponse> Bill by(Ask<R> ask, R response) {
        List<ConsumedCapacity> consumed = ask.consumed(response);
        double readUnits = 0;
        double writeUnits = 0;
        for (ConsumedCapacity table : consumed) {
            double all = units(table.capacityUnits());
            if (!ask.writes()) {
                readUnits += all;
            } else {
                // A transaction reports reads instead of writes when it replays one that was stored before.
                double reads = units(table.readCapacityUnits());
                readUnits += reads;
                writeUnits += table.writeCapacityUnits() == null ? all - reads : table.writeCapacityUnits();
            }
        }
        return new Bill(1, readUnits, writeUnits, consumed.isEmpty());
    }

    /**
     * A refused write is billed, and its answer does not say how much: what is documented is the least it costs.
     *
     * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/read-write-operations.html">AWS:
     *     read and write operations</a>
     */
    static Bill atLeast(Throwable failure) {
        if (failure instanceof ConditionalCheckFailedException) {
            return new Bill(1, 0, 1, true);
        }
        if (failure instanceof TransactionCanceledException cancelled) {
            return new Bill(1, 0, 2.0 * cancelled.cancellationReasons().size(), true);
        }
        return new Bill(1, 0, 0, true);
    }

    private static double units(@org.jspecify.annotations.Nullable Double consumed) {
        return consumed == null ? 0 : consumed;
    }
}
