package dojo.session.handoff;

import static java.nio.charset.StandardCharsets.UTF_8;

import dojo.session.Bill;
import dojo.session.handoff.Part.Said;
import dojo.session.handoff.Part.Seal;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Base64;
import java.util.Map;

/** One export on its way out, and what it cost so far. Used by one thread. */
final class Writing {
    private final OutputStream to;
    private final SigningKey key;
    private final Chain chain = new Chain();
    private Bill bill;
    private long turns;
    private long redacted;

    Writing(OutputStream to, SigningKey key, Bill bill) {
        this.to = to;
        this.key = key;
        this.bill = bill;
    }

    Bill bill() {
        return bill;
    }

    void add(Bill more) {
        bill = bill.plus(more);
    }

    void write(Part part) throws IOException {
        if (part instanceof Said said) {
            turns++;
            redacted += said.redacted().isEmpty() ? 0 : 1;
        }
        line(digested(part));
    }

    /** Ends the export. */
    Seal seal(long summaries) throws IOException {
        Seal seal = new Seal(turns, redacted, summaries);
        Map<String, Object> fields = digested(seal);
        fields.put("signature", Base64.getEncoder().encodeToString(key.sign(chain.message())));
        line(fields);
        to.flush();
        return seal;
    }

    private Map<String, Object> digested(Part part) {
        Map<String, Object> fields = part.fields();
        fields.put("digest", chain.add(part.fields()));
        return fields;
    }

    private void line(Map<String, Object> fields) throws IOException {
        to.write((Json.canonical(fields) + "\n").getBytes(UTF_8));
    }
}
