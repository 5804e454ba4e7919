package dojo.session.dynamo;

import static dojo.session.dynamo.Items.number;
import static dojo.session.dynamo.Items.whole;

import dojo.session.evolve.Upcast;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The versions of items, and how an older one is read.
 *
 * <p>An attribute that is added, and may be absent, needs no new version: readers ignore what they do not know. A new
 * version is for what an older reader would get wrong. Every item holds its version in {@code v}; every version that
 * was ever written stays readable, by steps from each to the next. Stateless and thread-safe.
 *
 * <table>
 * <caption>Versions</caption>
 * <tr><th>META 1</th><td>{@code expires_at} is the end, and {@code GSI1SK} the creation in milliseconds</td></tr>
 * <tr><th>META 2</th><td>{@code expires_at} slides up to {@code ends_at}; {@code idle}, {@code active_at};
 *     {@code GSI1SK} is the latest activity in seconds</td></tr>
 * <tr><th>TURN 1</th><td>text and attributes are in the item</td></tr>
 * <tr><th>TURN 2</th><td>they are packed, or kept elsewhere; written only where they are</td></tr>
 * <tr><th>others 1</th><td>parts of turns, summaries, markers, lists</td></tr>
 * </table>
 */
public final class ItemVersions {
    /** What is written now. */
    static final int META = 2;

    /** The same for turns whose content is packed or kept elsewhere; the others stay readable for everybody. */
    static final int PACKED_TURN = 2;

    /** The same for all other kinds. */
    static final int OTHERS = 1;

    private static final List<String> OURS = List.of("SESSION#", "CUSTOMER#");

    private static final List<UnaryOperator<Map<String, AttributeValue>>> META_STEPS =
            List.of(ItemVersions::fromOneToTwo);

    private ItemVersions() {}

    /**
     * What a backfill makes of an item: it is current, changes, or is left because it is newer or none of ours.
     *
     * <p>Pure; to be given to {@link dojo.session.evolve.Backfill}.
     */
    public static Upcast.Verdict upcast(Map<String, AttributeValue> stored) {
        AttributeValue key = stored.get("PK");
        boolean ours = key != null && key.s() != null && OURS.stream().anyMatch(key.s()::startsWith);
        if (!ours) {
            return new Upcast.Leave("not of a session or customer");
        }
        if (!stored.containsKey("v")) {
            return new Upcast.Leave("without a version");
        }
        long version = whole(stored, "v");
        if (version < 1 || version > newest(stored)) {
            return new Upcast.Leave("version " + version + " is not known here");
        }
        return version == newest(stored) || isTurn(stored) ? new Upcast.Current() : new Upcast.Change(current(stored));
    }

    /**
     * The item as the newest version would have it.
     *
     * @throws IllegalStateException if it is of a version that only newer code understands
     */
    static Map<String, AttributeValue> current(Map<String, AttributeValue> stored) {
        long version = whole(stored, "v");
        if (version < 1 || version > newest(stored)) {
            throw new IllegalStateException("Item " + stored.get("PK") + " " + stored.get("SK") + " has version "
                    + version + ", this library reads up to version " + newest(stored)
                    + ": update the library here before newer ones write.");
        }
        Map<String, AttributeValue> item = stored;
        if (isTurn(stored)) {
            // A plain turn says the same in both versions.
            return stored;
        }
        for (long from = version; from < newest(stored); from++) {
            item = META_STEPS.get((int) from - 1).apply(item);
        }
        return item;
    }

    private static int newest(Map<String, AttributeValue> item) {
        if (isTurn(item)) {
            return PACKED_TURN;
        }
        return AttributeValue.fromS("META").equals(item.get("SK")) ? META : OTHERS;
    }

    private static boolean isTurn(Map<String, AttributeValue> item) {
        AttributeValue key = item.get("SK");
        return key != null && key.s() != null && key.s().startsWith("TURN#");
    }

    /** A session of old lived for a fixed time; that is a silence as long as its life. */
    private static Map<String, AttributeValue> fromOneToTwo(Map<String, AttributeValue> one) {
        Map<String, AttributeValue> two = new HashMap<>(one);
        long created = whole(one, "created_at") / 1_000;
        long ends = whole(one, "expires_at");
        two.put("v", number(2));
        two.put("ends_at", number(ends));
        two.put("idle", number(Math.max(1, ends - created)));
        // Newer writers may have noted activity on an item that was still of version 1.
        two.putIfAbsent("active_at", number(created));
        two.put("ttl", number(Items.metaTtl(ends + Upkeep.RETRY_HORIZON.toSeconds())));
        if (one.containsKey("GSI1PK")) {
            two.put("GSI1SK", number(whole(two, "active_at")));
        }
        return two;
    }
}
