package dojo.c11_transactions.e3_conflict_and_retry;

import dojo.lab.Lab;
import dojo.lab.conflict.ConflictLaw;
import dojo.lab.conflict.ForeignTransaction;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.Seed;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A sale of volume 7, on which others are at work; what is done here is on no bill. */
final class Sale {
    static final String SKU = "manga-7";

    private final Lab lab;
    private final LabTable table;
    private final Random random;

    Sale(Lab lab, LabTable table, Seed seed) {
        this.lab = lab;
        this.table = table;
        random = seed.random();
    }

    /** Pauses take from half of the time that was asked for to one and a half of it, on the clock of the lab. */
    Pause pause() {
        return time -> lab.clock().pass(Duration.ofNanos((long) (time.toNanos() * random.nextDouble(0.5, 1.5))));
    }

    /** Begins with so many copies at 900 cents. */
    void has(int copies) {
        table.put(Actions.stock(SKU, copies, 900));
    }

    /** The order has reserved its copy already. */
    void hasReserved(String orderId) {
        table.put(Actions.noteKey(orderId, SKU));
    }

    /** A transaction of somebody else holds the stock for so long. */
    void stockIsHeldFor(Duration time) {
        held(Actions.stockKey(SKU), time);
    }

    /** A transaction of somebody else holds the note of the order for so long. */
    void noteIsHeldFor(String orderId, Duration time) {
        held(Actions.noteKey(orderId, SKU), time);
    }

    private void held(Map<String, AttributeValue> key, Duration time) {
        ForeignTransaction other = lab.law(ConflictLaw.class).prepare(table.name(), key);
        lab.clock().at(lab.clock().instant().plus(time), other::close);
    }

    int left() {
        return Actions.number(table.items("STOCK#" + SKU).get(0), "left");
    }

    int price() {
        return Actions.number(table.items("STOCK#" + SKU).get(0), "price");
    }

    boolean isReserved(String orderId) {
        return !table.items("ORDER#" + orderId).isEmpty();
    }
}
