package dojo.session.dynamo;

import static dojo.session.dynamo.Items.number;
import static dojo.session.dynamo.Keys.string;

import dojo.session.SessionId;
import dojo.session.Turn;
import dojo.session.content.Body;
import dojo.session.content.ContentName;
import dojo.session.content.ContentPolicy;
import dojo.session.content.Packing;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * How the content of one turn is stored.
 *
 * <p>Either {@code text} and {@code attributes} are in the item as they are; or packed as {@code body}; or outside, and
 * then {@code content} is the sum of the bytes kept there. {@code bytes} is their length before packing, and
 * {@code packing} how they were packed, if they were.
 *
 * @param item the item of the turn
 * @param outside what is to be kept elsewhere before the item is written
 */
record Form(Map<String, AttributeValue> item, Optional<byte[]> outside) {
    /** With its keys a part takes 370 KB at most; an item holds 400. */
    static final int PART_BYTES = 370 * 1_024 - 1_500;

    /** @param plain the item with the turn's content in it */
    static Form of(Map<String, AttributeValue> plain, Turn turn, ContentPolicy policy) {
        ItemBytes size = ItemBytes.of(plain);
        if (!policy.packs() && size.atMost() <= policy.inlineBytes()) {
            return new Form(plain, Optional.empty());
        }
        byte[] body = Body.of(turn).bytes();
        byte[] packed = policy.packs() ? Packing.pack(body) : body;
        Map<String, AttributeValue> frame = frame(plain, body.length);
        if (policy.packs()) {
            Map<String, AttributeValue> item = packed(frame);
            item.put("body", AttributeValue.fromB(SdkBytes.fromByteArray(packed)));
            ItemBytes packedSize = ItemBytes.of(item);
            boolean saves = packedSize.savesOver(size);
            if (size.atMost() <= policy.inlineBytes() && !saves) {
                return new Form(plain, Optional.empty());
            }
            if (saves && packedSize.atMost() <= policy.inlineBytes()) {
                return new Form(item, Optional.empty());
            }
        }
        boolean pays = ItemBytes.units(packed.length) < ItemBytes.units(body.length);
        return outside(pays ? packed(frame) : frame, pays ? packed : body, policy);
    }

    private static Form outside(Map<String, AttributeValue> frame, byte[] kept, ContentPolicy policy) {
        Map<String, AttributeValue> item = new HashMap<>(frame);
        item.put("content", string(Payload.sum(kept)));
        if (policy.store().isEmpty()) {
            item.put("parts", number((kept.length + PART_BYTES - 1) / PART_BYTES));
        }
        return new Form(item, Optional.of(kept));
    }

    private static Map<String, AttributeValue> frame(Map<String, AttributeValue> plain, int bytes) {
        Map<String, AttributeValue> frame = new HashMap<>(plain);
        frame.remove("text");
        frame.remove("attributes");
        frame.put("bytes", number(bytes));
        // A reader who looks for a text in the item would get it wrong.
        frame.put("v", number(ItemVersions.PACKED_TURN));
        return frame;
    }

    private static Map<String, AttributeValue> packed(Map<String, AttributeValue> frame) {
        Map<String, AttributeValue> packed = new HashMap<>(frame);
        packed.put("packing", string(Packing.NAME));
        return packed;
    }

    static boolean isOutside(Map<String, AttributeValue> item) {
        return item.containsKey("content");
    }

    static boolean isPacked(Map<String, AttributeValue> item) {
        return item.containsKey("body");
    }

    /** The parts of an item's content; 0 if it is kept in a store. */
    static int parts(Map<String, AttributeValue> item) {
        return item.containsKey("parts") ? (int) Items.whole(item, "parts") : 0;
    }

    /** Under which name a store keeps, or would keep, the content of this item. */
    static ContentName name(Map<String, AttributeValue> item) {
        String place = Items.text(item, "SK");
        SessionId session = Keys.sessionId(Items.text(item, "PK"));
        return new ContentName(session, Keys.epoch(place), Keys.position(place), Items.text(item, "content"));
    }

    static AttributeValue partKey(Map<String, AttributeValue> item, int number) {
        String place = Items.text(item, "SK");
        return Keys.part(Keys.epoch(place), Keys.position(place), Items.text(item, "content"), number);
    }

    /** One piece, to be deleted with its turn. */
    static Map<String, AttributeValue> part(Map<String, AttributeValue> item, byte[] kept, int number) {
        int from = number * PART_BYTES;
        byte[] piece = Arrays.copyOfRange(kept, from, Math.min(kept.length, from + PART_BYTES));
        return Map.of(
                "PK", item.get("PK"),
                "SK", partKey(item, number),
                "v", number(ItemVersions.OTHERS),
                "ttl", item.get("ttl"),
                "body", AttributeValue.fromB(SdkBytes.fromByteArray(piece)));
    }
}
