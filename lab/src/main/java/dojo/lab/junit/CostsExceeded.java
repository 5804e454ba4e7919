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
        StringJoiner allowed = new StringJoiner(", ");
        StringJoiner actual = new StringJoiner(", ");
        if (costs.requests() != Integer.MAX_VALUE) {
            allowed.add(requests(costs.requests()));
            actual.add(requests(bill.requests()));
        }
        if (costs.readUnits() != Costs.ANY) {
            allowed.add(costs.readUnits() + " read units");
            actual.add(bill.readUnits() + " read units");
        }
        if (costs.writeUnits() != Costs.ANY) {
            allowed.add(costs.writeUnits() + " write units");
            actual.add(bill.writeUnits() + " write units");
        }
        return new CostsExceeded("The outcome is right, the price is not: " + actual + "; " + allowed + " would do.");
    }

    private static String requests(int count) {
        return count + (count == 1 ? " request" : " requests");
    }
}
