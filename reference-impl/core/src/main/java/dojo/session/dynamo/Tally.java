package dojo.session.dynamo;

import static dojo.session.dynamo.Items.number;

import dojo.session.ErasureReceipt;
import dojo.session.SessionId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What was erased of one session so far: counts by kind, and a digest that grows item by item in the order of keys.
 *
 * <p>An item that an earlier attempt erased has left its own digest in its place, so a repeated walk tallies the same.
 */
record Tally(SortedMap<String, Long> counts, SdkBytes digest) {
    static final Tally NONE = new Tally(new TreeMap<>(), SdkBytes.fromByteArray(new byte[32]));

    Tally plus(String kind, SdkBytes itsDigest) {
        SortedMap<String, Long> more = new TreeMap<>(counts);
        more.merge(kind, 1L, Long::sum);
        return new Tally(more, Payload.sha256(digest, itsDigest));
    }

    Map<String, AttributeValue> attributes() {
        Map<String, AttributeValue> all = new HashMap<>();
        counts.forEach((kind, count) -> all.put(kind, number(count)));
        return Map.of("erased_counts", AttributeValue.fromM(all), "erased_digest", AttributeValue.fromB(digest));
    }

    static Tally of(Map<String, AttributeValue> item) {
        SortedMap<String, Long> counts = new TreeMap<>();
        Objects.requireNonNull(item.get("erased_counts"), "an erased session has its counts")
                .m()
                .forEach((kind, count) -> counts.put(kind, Long.parseLong(count.n())));
        return new Tally(counts, Items.bytes(item, "erased_digest"));
    }

    ErasureReceipt.Line line(SessionId session) {
        return new ErasureReceipt.Line(session, counts, HexFormat.of().formatHex(digest.asByteArray()));
    }

    /** Digests are values, though arrays are not. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Tally tally
                && counts.equals(tally.counts)
                && Arrays.equals(digest.asByteArray(), tally.digest.asByteArray());
    }

    @Override
    public int hashCode() {
        return 31 * counts.hashCode() + Arrays.hashCode(digest.asByteArray());
    }
}
