package dojo.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was erased, when, and where copies of it remain until when. Immutable.
 *
 * <p>It names the subject and the sessions, and holds nothing of what was said: of each session how many items of each
 * kind were erased, and a digest over their keys, ids and payload hashes. The hash covers all of that; it proves that a
 * receipt was not changed, not who issued it: sign it if it leaves your hands.
 *
 * @param subject the customer, or the guest's session
 * @param begun when the erasure was asked for first
 * @param finished when nothing was left
 * @param copies not covered by the hash: what the memory cannot erase, and what the caller adds
 * @param hash SHA-256 in hexadecimal
 */
public record ErasureReceipt(
        String subject, Instant begun, Instant finished, List<Line> sessions, List<Copy> copies, String hash) {
    public ErasureReceipt {
        sessions = List.copyOf(sessions);
        copies = List.copyOf(copies);
    }

    /**
     * One session.
     *
     * @param counts how many items of each kind
     * @param digest SHA-256 in hexadecimal, over all of them in the order of their keys
     */
    public record Line(SessionId session, SortedMap<String, Long> counts, String digest) {
        public Line {
            counts = new TreeMap<>(counts);
        }
    }

    /**
     * Where something of it may remain.
     *
     * @param lapses when it is gone by itself; empty if somebody has to see to it
     * @param source where that is written
     */
    public record Copy(String what, Optional<Instant> lapses, String source) {}

    private static final String DOCS = "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/";
    private static final Duration LONGEST_RECOVERY = Duration.ofDays(35);
    private static final Duration STREAM = Duration.ofHours(24);

    /** A receipt with the copies that any table may have. */
    public static ErasureReceipt of(String subject, Instant begun, Instant finished, List<Line> sessions) {
        List<Copy> copies = List.of(
                new Copy("the stream of the table", Optional.of(finished.plus(STREAM)), DOCS + "Streams.html"),
                new Copy(
                        "point-in-time recovery, if it is on: 35 days at most, fewer if the table says so",
                        Optional.of(finished.plus(LONGEST_RECOVERY)),
                        DOCS + "PointInTimeRecovery_Howitworks.html"),
                new Copy(
                        "backups on demand, until they are deleted",
                        Optional.empty(),
                        DOCS + "backuprestore_HowItWorks.html"),
                new Copy(
                        "exports to S3, until they are deleted",
                        Optional.empty(),
                        DOCS + "S3DataExport.HowItWorks.html"),
                new Copy(
                        "replicas in other Regions: usually a second behind, without a bound",
                        Optional.empty(),
                        DOCS + "V2globaltables_HowItWorks.html"),
                new Copy(
                        "the index of customers: usually a moment behind, without a bound",
                        Optional.empty(),
                        DOCS + "GSI.html"));
        return new ErasureReceipt(subject, begun, finished, sessions, copies, hash(subject, begun, finished, sessions));
    }

    /** With a copy that only the caller knows of: logs, a warehouse, the vendor of a model. */
    public ErasureReceipt with(Copy copy) {
        List<Copy> more = new ArrayList<>(copies);
        more.add(copy);
        return new ErasureReceipt(subject, begun, finished, sessions, more, hash);
    }

    /** How many items of each kind, in all sessions together. */
    public SortedMap<String, Long> counts() {
        SortedMap<String, Long> all = new TreeMap<>();
        sessions.forEach(line -> line.counts().forEach((kind, count) -> all.merge(kind, count, Long::sum)));
        return all;
    }

    /** Computes the hash again, and says whether it is the one on the receipt. */
    public boolean verify() {
        return hash(subject, begun, finished, sessions).equals(hash);
    }

    private static String hash(String subject, Instant begun, Instant finished, List<Line> sessions) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            add(sha, subject);
            add(sha, begun.toString());
            add(sha, finished.toString());
            for (Line line : sessions) {
                add(sha, line.session().value());
                for (Map.Entry<String, Long> count : line.counts().entrySet()) {
                    add(sha, count.getKey() + " " + count.getValue());
                }
                add(sha, line.digest());
            }
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256; this one has not: use another.", missing);
        }
    }

    private static void add(MessageDigest sha, String part) {
        byte[] bytes = part.getBytes(UTF_8);
        sha.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        sha.update(bytes);
    }
}
