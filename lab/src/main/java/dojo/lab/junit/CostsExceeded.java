package dojo.lab.junit;

import dojo.lab.bill.Bill;
import java.util.StringJoiner;
import org.opentest4j.AssertionFailedError;

/** The work was done, and it cost more than {@link Costs} allows. */
public final class CostsExceeded extends AssertionFailedError {

    private static final long serialVersionUID = 1;

    private CostsExceeded(String message) {
        super(message);
    }

    static boolean exceeds(Bill bill, Costs costs) {
        return bill.readUnits() > costs.readUnits()
                || bill.writeUnits() > costs.writeUnits()
                || bill.requests() > costs.requests();
    }

    static CostsExceeded by(Bill bill, Costs costs) {
        StringJoiner over = new StringJoiner(", ");
        if (bill.requests() > costs.requests()) {
            over.add(bill.requests() + " requests where " + costs.requests() + " would do");
        }
        if (bill.readUnits() > costs.readUnits()) {
            over.add(bill.readUnits() + " read units where " + costs.readUnits() + " would do");
        }
        if (bill.writeUnits() > costs.writeUnits()) {
            over.add(bill.writeUnits() + " write units where " + costs.writeUnits() + " would do");
        }
        return new CostsExceeded("The outcome is right, the price is not: " + over + ".");
    }
}
