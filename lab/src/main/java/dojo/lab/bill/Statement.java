package dojo.lab.bill;

import dojo.lab.item.Charge;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One PartiQL statement, of which the bill knows only the least it can cost.
 *
 * <p>DynamoDB Local reports no capacity for PartiQL, and what a statement reads and writes is not visible without
 * parsing it: so a SELECT is billed on the items it returns, anything else as the smallest write. The true price may be
 * higher; the {@code ConsumedCapacity} of the answer is left as the store gave it.
 */
record Statement(@Nullable String text) {

    private static final int LONGEST = 80;

    String brief() {
        return "at least: " + Brief.fold(text == null ? "" : text, LONGEST);
    }

    /** The least that the statement can cost, given how many bytes it returned. */
    Cost floor(ReadUnits units, long bytesReturned) {
        if (isSelect()) {
            return Cost.of(Charge.read("", units.forBytes(bytesReturned), Map.of()));
        }
        Cost write = Cost.of(Charge.write("", WriteUnits.forBytes(0), Map.of()));
        return units == ReadUnits.TRANSACTIONAL ? write.inTransaction() : write;
    }

    private boolean isSelect() {
        return text != null && text.strip().toUpperCase(Locale.ROOT).startsWith("SELECT");
    }
}
