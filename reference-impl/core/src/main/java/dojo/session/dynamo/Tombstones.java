package dojo.session.dynamo;

import static dojo.session.dynamo.Items.number;
import static dojo.session.dynamo.Keys.string;

import dojo.session.SessionId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What is left in the place of an erased item: the key, when it may go, and a digest for the receipt.
 *
 * <p>The digest covers key, turn id and payload hash, not what was said; so it can be checked by whoever has these, and
 * be guessed by nobody who has not.
 */
final class Tombstones {
    private Tombstones() {}

    static boolean is(Map<String, AttributeValue> item) {
        return string(Kind.ERASED.name()).equals(item.get("kind"));
    }

    /** The part of the key that names the kind: TURN, SUMMARY, MARK, MOVE, META, META#VIEW. */
    static String what(Map<String, AttributeValue> item) {
        String key = Items.text(item, "SK");
        int end = key.indexOf('#');
        return end < 0 || key.startsWith("META") ? key : key.substring(0, end);
    }

    /** Whether somebody's words or ids are in it; seals and traces of an earlier erasure hold none. */
    static boolean tells(Map<String, AttributeValue> item) {
        return !is(item) && !string(Kind.SEAL.name()).equals(item.get("kind"));
    }

    /** The epoch in which an item was written, if it says so. */
    static OptionalLong epoch(Map<String, AttributeValue> item) {
        if (item.containsKey("epoch")) {
            return OptionalLong.of(Items.whole(item, "epoch"));
        }
        return List.of("TURN", "SUMMARY", "MOVE", "PART").contains(what(item))
                ? OptionalLong.of(Keys.epoch(Items.text(item, "SK")))
                : OptionalLong.empty();
    }

    /** Whether its content was, or is, in a store outside of the table. */
    static boolean hasStoredContent(Map<String, AttributeValue> item) {
        return item.containsKey("erased_content") || (Form.isOutside(item) && Form.parts(item) == 0);
    }

    static SdkBytes digest(Map<String, AttributeValue> item) {
        if (is(item)) {
            return Items.bytes(item, "erased");
        }
        return Payload.sha256(bytes(item, "SK"), bytes(item, "turn_id"), bytes(item, "payload"), bytes(item, "inputs"));
    }

    private static SdkBytes bytes(Map<String, AttributeValue> item, String name) {
        AttributeValue value = item.get(name);
        if (value == null) {
            return SdkBytes.fromByteArray(new byte[0]);
        }
        return value.b() != null ? value.b() : SdkBytes.fromUtf8String(value.s());
    }

    /** For anything but META. */
    static Map<String, AttributeValue> of(Map<String, AttributeValue> item, long raised) {
        Map<String, AttributeValue> left = new HashMap<>();
        for (String kept : List.of("PK", "SK", "v", "ttl", "epoch")) {
            if (item.containsKey(kept)) {
                left.put(kept, item.get(kept));
            }
        }
        if (what(item).equals("META#VIEW")) {
            // The next session of this id finds a list without entries here.
            left.putAll(View.none(raised).attributes());
        }
        left.put("kind", string(Kind.ERASED.name()));
        left.put("erased", AttributeValue.fromB(digest(item)));
        if (hasStoredContent(item)) {
            left.put("erased_content", AttributeValue.fromBool(true));
        }
        return left;
    }

    /** A list without entries, of no session that is. */
    static Map<String, AttributeValue> list(SessionId session, long raised, Instant now) {
        Map<String, AttributeValue> list = new HashMap<>(Keys.view(session));
        list.putAll(View.none(raised).attributes());
        list.put("v", number(ItemVersions.OTHERS));
        list.put("kind", string(Kind.ERASED.name()));
        list.put("ttl", number(Items.metaTtl(now.getEpochSecond())));
        return list;
    }

    /** What closes the log of a session that is erased. */
    static Map<String, AttributeValue> seal(Token free) {
        Map<String, AttributeValue> seal = new HashMap<>(Items.seal(free));
        seal.put("kind", string(Kind.ERASED.name()));
        return seal;
    }

    /**
     * What is left of META: an expired session of nobody, with an epoch that no earlier item reaches.
     *
     * <p>The request id stays, because it is what tells a late retry of the create from a new wish.
     */
    static Map<String, AttributeValue> meta(Meta meta, long raised, Instant now) {
        Map<String, AttributeValue> left = meta(meta.session(), raised, now);
        left.put("born", number(meta.born()));
        left.put("request_id", string(meta.requestId()));
        left.put("ttl", number(Items.metaTtl(Math.max(meta.life().kept(), now.getEpochSecond()))));
        if (!meta.home().isEmpty()) {
            left.put("home", string(meta.home()));
        }
        return left;
    }

    /** The same where META was deleted before. */
    static Map<String, AttributeValue> meta(SessionId session, long raised, Instant now) {
        Map<String, AttributeValue> left = new HashMap<>(Keys.meta(session));
        left.put("v", number(ItemVersions.META));
        left.put("erased", AttributeValue.fromB(digest(left)));
        left.put("kind", string(Kind.ERASED.name()));
        left.put("epoch", number(raised));
        left.put("request_id", string("erased"));
        left.put("created_at", number(now.toEpochMilli()));
        left.put("expires_at", number(0));
        left.put("ends_at", number(0));
        left.put("idle", number(1));
        left.put("active_at", number(0));
        left.put("ttl", number(Items.metaTtl(now.getEpochSecond())));
        return left;
    }
}
