package dojo.session.dynamo;

import static dojo.session.dynamo.Items.bytes;
import static dojo.session.dynamo.Items.number;
import static dojo.session.dynamo.Items.text;
import static dojo.session.dynamo.Items.whole;
import static dojo.session.dynamo.Keys.string;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Which places of a log make up the current list of its session.
 *
 * <p>The list is what the entries name, in their order, and then all turns behind {@code tail} which were appended
 * rather than listed. One small item holds it: for a list of 40 turns it stays below a kilobyte.
 *
 * @param revision rises with every view and every turn appended in between, so that it says how often the list changed
 * @param tail the last place that this view has judged
 * @param archived places that once were in the list and are worth showing before it
 */
record View(long epoch, long revision, long tail, List<Long> archived, List<Entry> entries) {
    /** Half of a SHA-256: enough to tell 2^64 payloads apart by chance, and half the price. */
    private static final int DIGEST_BYTES = 16;

    View {
        archived = List.copyOf(archived);
        entries = List.copyOf(entries);
    }

    /** A turn in the list: where it stands, and the beginning of its payload's hash. */
    record Entry(long place, SdkBytes digest) {}

    /** The list of a log whose turns were all appended. */
    static View none(long epoch) {
        return new View(epoch, 0, 0, List.of(), List.of());
    }

    static SdkBytes digest(SdkBytes payload) {
        return SdkBytes.fromByteArray(Arrays.copyOf(payload.asByteArray(), DIGEST_BYTES));
    }

    List<Long> places() {
        return entries.stream().map(Entry::place).toList();
    }

    /** The revision of the list when {@code last} is the last turn of the log. */
    long revisionAt(long last) {
        return revision + last - tail;
    }

    /** The same list in the log of another epoch, which continues this one's. */
    View in(long continuing) {
        return new View(continuing, revision, tail, archived, entries);
    }

    View next(long newTail, List<Entry> list) {
        return new View(epoch, revisionAt(newTail) + 1, newTail, archived, list);
    }

    /** The item of the session with this head; the view lives as long as the turns it names. */
    Map<String, AttributeValue> item(Meta meta) {
        Map<String, AttributeValue> item = new HashMap<>(Keys.view(meta.session()));
        item.putAll(attributes());
        item.put("v", number(ItemVersions.OTHERS));
        item.put("ttl", number(meta.life().kept()));
        return item;
    }

    Map<String, AttributeValue> attributes() {
        var digests = new ByteArrayOutputStream();
        entries.forEach(entry -> digests.writeBytes(entry.digest().asByteArray()));
        Map<String, AttributeValue> attributes = new HashMap<>(Map.of(
                "epoch", number(epoch),
                "revision", number(revision),
                "tail", number(tail),
                "places", string(Places.write(places())),
                "digests", AttributeValue.fromB(SdkBytes.fromByteArray(digests.toByteArray()))));
        if (!archived.isEmpty()) {
            attributes.put("archived", string(Places.write(archived)));
        }
        return attributes;
    }

    static View of(Map<String, AttributeValue> stored) {
        Map<String, AttributeValue> item = ItemVersions.current(stored);
        List<Long> places = Places.read(text(item, "places"));
        byte[] digests = bytes(item, "digests").asByteArray();
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            byte[] digest = Arrays.copyOfRange(digests, i * DIGEST_BYTES, (i + 1) * DIGEST_BYTES);
            entries.add(new Entry(places.get(i), SdkBytes.fromByteArray(digest)));
        }
        List<Long> archived = Optional.ofNullable(item.get("archived"))
                .map(written -> Places.read(written.s()))
                .orElse(List.of());
        return new View(whole(item, "epoch"), whole(item, "revision"), whole(item, "tail"), archived, entries);
    }
}
