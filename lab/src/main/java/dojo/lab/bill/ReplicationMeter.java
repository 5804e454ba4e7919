package dojo.lab.bill;

import dojo.lab.item.Charge;
import dojo.lab.item.ItemWrite;
import dojo.lab.item.Written.Image;
import dojo.lab.law.Fidelity;
import dojo.lab.law.Fidelity.Level;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Adds up what replicated writes cost one Region. Safe for use by many threads. */
@Fidelity(
        level = Level.DOCUMENTED,
        says = "A replicated write takes as many replicated write units in each receiving Region as a write takes write"
                + " units, and ordinary write units for global secondary indexes.",
        source = "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/global-tables-billing.html")
@Fidelity(
        level = Level.OUR_MODEL,
        says = "A replicated write that loses against a later one is charged like a write that its condition refused.")
@Fidelity(level = Level.OUR_MODEL, says = "Filling a new replica takes no write units.")
public final class ReplicationMeter {

    private ReplicationBill bill = ReplicationBill.ZERO;

    /** What has been added up so far. */
    public synchronized ReplicationBill bill() {
        return bill;
    }

    /** Adds a write that was taken. */
    public synchronized void taken(Image image) {
        add(WritePrice.done(image));
    }

    /** Adds a write that lost against what is here. */
    public synchronized void refused(ItemWrite write, Map<String, AttributeValue> here) {
        add(WritePrice.refused(write, here));
    }

    private void add(Cost cost) {
        double indexes = cost.charges().stream()
                .filter(charge -> charge.index().isPresent())
                .mapToDouble(Charge::units)
                .sum();
        bill = bill.plus(cost.writeUnits() - indexes, indexes);
    }
}
