package dojo.c11_transactions.e5_torn_read;

import dojo.lab.Lab;
import dojo.lab.conflict.ConflictLaw;
import dojo.lab.conflict.ForeignTransaction;
import dojo.lab.junit.LabTable;
import java.time.Duration;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Stores summaries of the session s-42, each in one transaction; what it does is on no bill. */
final class Summariser {
    private static final String SESSION = "s-42";

    private final Lab lab;
    private final LabTable table;

    Summariser(Lab lab, LabTable table) {
        this.lab = lab;
        this.table = table;
    }

    /** The n-th summary, of twenty turns each. */
    static Memory memory(int revision) {
        return revision == 0 ? Memory.NONE : new Memory("turns 1 to " + 20 * revision, 20 * revision);
    }

    /** Has stored so many summaries. */
    void has(int revision) {
        table.put(meta(revision));
        if (revision > 0) {
            table.put(summary(revision));
        }
    }

    /** Is storing a summary: one item is committed, and the other follows after this time. */
    void isHalfDone(int revision, boolean summaryFirst, Duration theOther) {
        ForeignTransaction onMeta = prepare("META");
        ForeignTransaction onSummary = prepare("SUMMARY");
        table.put(summaryFirst ? summary(revision) : meta(revision));
        lab.clock().at(lab.clock().instant().plus(theOther), () -> {
            table.put(summaryFirst ? meta(revision) : summary(revision));
            onMeta.close();
            onSummary.close();
        });
    }

    private ForeignTransaction prepare(String sortKey) {
        return lab.law(ConflictLaw.class).prepare(table.name(), Items.key(SESSION, sortKey));
    }

    private static Map<String, AttributeValue> meta(int revision) {
        return Items.meta(SESSION, revision, memory(revision).summarisedTo());
    }

    private static Map<String, AttributeValue> summary(int revision) {
        return Items.summary(SESSION, revision, memory(revision).summary());
    }
}
