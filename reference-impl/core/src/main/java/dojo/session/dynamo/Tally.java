package dojo.session.dynamo;

import dojo.session.Bill;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;

/** Adds up what the requests of one operation consumed; used by one thread. */
final class Tally {
    private Bill bill = Bill.ZERO;

    Bill bill() {
        return bill;
    }

    void wrote(@Nullable ConsumedCapacity consumed) {
        bill = bill.plus(new Bill(1, 0, units(consumed), consumed == null));
    }

    void read(@Nullable ConsumedCapacity consumed) {
        bill = bill.plus(new Bill(1, units(consumed), 0, consumed == null));
    }

    /** A refused write is billed, and its answer does not say how much; what is documented is the least it costs. */
    void refused(int leastWriteUnits) {
        bill = bill.plus(new Bill(1, 0, leastWriteUnits, true));
    }

    /** A transaction reports reads instead of writes when it is the replay of one that was stored before. */
    void wroteTogether(List<ConsumedCapacity> consumed) {
        double readUnits = 0;
        double writeUnits = 0;
        for (ConsumedCapacity table : consumed) {
            double reads = table.readCapacityUnits() == null ? 0 : table.readCapacityUnits();
            readUnits += reads;
            writeUnits += table.writeCapacityUnits() == null ? units(table) - reads : table.writeCapacityUnits();
        }
        bill = bill.plus(new Bill(1, readUnits, writeUnits, consumed.isEmpty()));
    }

    private static double units(@Nullable ConsumedCapacity consumed) {
        return consumed == null || consumed.capacityUnits() == null ? 0 : consumed.capacityUnits();
    }
}
