package dojo.session.dynamo;

import dojo.session.StoredTurn;
import dojo.session.StoredTurn.Loss;
import dojo.session.Turn;
import dojo.session.content.Body;
import dojo.session.content.ContentPolicy;
import dojo.session.content.ContentStore;
import dojo.session.content.Packing;
import dojo.session.work.Work;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Puts the content of turns where the policy says before their items are written, and back into the items that were
 * read.
 */
final class Contents {
    /** On an item that was read, never on one that is written: why its content is not in it. */
    static final String LOSS = "loss";

    /** What is announced as larger was not written by this library. */
    private static final long LARGEST = 64_000_000;

    private final ContentPolicy policy;
    private final Parts parts;

    Contents(String table, ContentPolicy policy) {
        this.policy = policy;
        this.parts = new Parts(table);
    }

    /** Refuses what no form can hold. */
    void check(Turn turn) {
        long bytes = Sizes.bytes(turn);
        if (bytes > policy.mostBytes()) {
            throw new IllegalArgumentException("Turn " + turn.id() + " takes " + bytes + " bytes, the largest content"
                    + " accepted is " + policy.mostBytes()
                    + ": split the text, or keep it elsewhere and store where it is (or raise ContentPolicy.atMost).");
        }
    }

    Form form(Map<String, AttributeValue> plain, Turn turn) {
        return Form.of(plain, turn, policy);
    }

    /**
     * The item to write for this turn, once what it refers to is safe.
     *
     * <p>Costs nothing if the content stays in the item, else a put into the store, or one write unit for each started
     * kilobyte of each part. Repeating it writes the same bytes under the same names.
     */
    Work<Map<String, AttributeValue>> kept(Form form) {
        if (form.outside().isEmpty()) {
            return Work.done(form.item());
        }
        byte[] content = form.outside().get();
        if (Form.parts(form.item()) > 0) {
            return parts.write(form.item(), content).map(written -> form.item());
        }
        String name = Form.name(form.item()).value();
        return Work.elsewhere(() -> store().put(name, content).thenApply(done -> form.item()));
    }

    /**
     * The same items with their content in them, as if it had never been elsewhere; if it is lost, they say so.
     *
     * <p>Costs nothing if all content is inline; else one query for all parts, more if they fill more than 1 MB, and one
     * get from the store for each turn kept there.
     */
    Work<List<Map<String, AttributeValue>>> whole(List<Map<String, AttributeValue>> items, boolean strong) {
        if (items.stream().noneMatch(item -> Form.isOutside(item) || Form.isPacked(item))) {
            return Work.done(items);
        }
        List<Map<String, AttributeValue>> split =
                items.stream().filter(item -> Form.parts(item) > 0).toList();
        return parts.read(split, strong).then(pieces -> {
            Work<List<Map<String, AttributeValue>>> all = Work.done(new ArrayList<>());
            for (Map<String, AttributeValue> item : items) {
                all = Work.both(all, one(item, pieces), Contents::added);
            }
            return all;
        });
    }

    private static List<Map<String, AttributeValue>> added(
            List<Map<String, AttributeValue>> before, Map<String, AttributeValue> item) {
        List<Map<String, AttributeValue>> all = new ArrayList<>(before);
        all.add(item);
        return all;
    }

    private Work<Map<String, AttributeValue>> one(Map<String, AttributeValue> item, Parts.Pieces pieces) {
        if (Form.isPacked(item)) {
            return Work.done(inline(item, Optional.of(Items.bytes(item, "body").asByteArrayUnsafe())));
        }
        if (!Form.isOutside(item)) {
            return Work.done(item);
        }
        if (Form.parts(item) > 0) {
            return Work.done(inline(item, pieces.of(item)));
        }
        String name = Form.name(item).value();
        return Work.elsewhere(() -> store().get(name)).map(content -> inline(item, content));
    }

    /** A turn that says it is in a store cannot be read by a memory that has none. */
    private ContentStore store() {
        return policy.store()
                .orElseThrow(() -> new IllegalStateException(
                        "A turn keeps its content in a store, and this memory has none: pass it the one that the"
                                + " writers use, ContentPolicy.keepingIn(…)."));
    }

    private static Map<String, AttributeValue> inline(Map<String, AttributeValue> item, Optional<byte[]> kept) {
        Optional<Body> body = kept.flatMap(bytes -> body(item, bytes));
        Map<String, AttributeValue> whole = new HashMap<>(item);
        List.of("body", "content", "parts", "packing", "bytes").forEach(whole::remove);
        if (body.isPresent()) {
            whole.put("text", Keys.string(body.get().text()));
            whole.put("attributes", Items.map(body.get().attributes()));
        } else {
            whole.put("text", Keys.string(StoredTurn.LOST));
            whole.put(LOSS, Keys.string((kept.isEmpty() ? Loss.MISSING : Loss.DAMAGED).name()));
        }
        return whole;
    }

    /** Empty unless it is exactly what was stored: the hash of the payload is over the content as it was said. */
    private static Optional<Body> body(Map<String, AttributeValue> item, byte[] kept) {
        long bytes = Items.whole(item, "bytes");
        if (bytes < 0 || bytes > LARGEST) {
            return Optional.empty();
        }
        Optional<byte[]> plain = Optional.of(kept);
        if (item.containsKey("packing")) {
            if (!Packing.NAME.equals(Items.text(item, "packing"))) {
                throw new IllegalStateException("A turn is packed as \"" + Items.text(item, "packing")
                        + "\", this library unpacks \"" + Packing.NAME + "\": update the library on this reader.");
            }
            plain = Packing.unpack(kept, (int) bytes);
        }
        String role = Items.text(item, "role");
        return plain.filter(said -> Payload.hash(role, said).equals(Items.bytes(item, "payload")))
                .flatMap(Body::read);
    }
}
