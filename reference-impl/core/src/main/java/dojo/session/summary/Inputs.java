package dojo.session.summary;

import static java.nio.charset.StandardCharsets.UTF_8;

import dojo.session.StoredTurn;
import dojo.session.Summary;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The digest of what a summary is made of. */
final class Inputs {
    private final MessageDigest digest;

    private Inputs(MessageDigest digest) {
        this.digest = digest;
    }

    /** SHA-256 in hexadecimal over the previous summary and each turn; each part is preceded by its length. */
    static String digest(Optional<Summary> previous, List<StoredTurn> turns) {
        try {
            Inputs inputs = new Inputs(MessageDigest.getInstance("SHA-256"));
            inputs.add(previous);
            turns.forEach(inputs::add);
            return HexFormat.of().formatHex(inputs.digest.digest());
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256; this one has not: use another.", missing);
        }
    }

    private void add(Optional<Summary> previous) {
        add(previous.map(Summary::to).orElse(0L));
        add(previous.map(Summary::text).orElse(""));
        // What that one was made of, too: one that is made again of redacted turns may happen to say the same.
        add(previous.flatMap(Summary::origin).map(Summary.Origin::inputs).orElse(""));
    }

    private void add(StoredTurn stored) {
        add(stored.number());
        add(stored.turn().id().value());
        add(stored.turn().role().name());
        add(stored.turn().text());
        Map<String, String> attributes = new TreeMap<>(stored.turn().attributes());
        add(attributes.size());
        attributes.forEach((name, value) -> {
            add(name);
            add(value);
        });
    }

    private void add(String part) {
        byte[] bytes = part.getBytes(UTF_8);
        add(bytes.length);
        digest.update(bytes);
    }

    private void add(long number) {
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
    }
}
