package dojo.session.handoff;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

/**
 * Digests of the lines so far, each tied to those before it; what it comes to at the end is what gets signed.
 *
 * <p>A line's own digest is over its canonical form, so that white space and the order of fields in a file do not matter,
 * and a changed line is named at once. Used by one thread.
 */
final class Chain {
    private final MessageDigest sha256 = sha256();
    private byte[] head = new byte[sha256.getDigestLength()];

    /** Adds a line, and returns its digest. */
    String add(Map<String, Object> fields) {
        byte[] digest = sha256.digest(Json.canonical(fields).getBytes(UTF_8));
        sha256.update(head);
        head = sha256.digest(digest);
        return encoded(digest);
    }

    /** The digest of a text by itself. */
    static String digest(String text) {
        return encoded(sha256().digest(text.getBytes(UTF_8)));
    }

    private static String encoded(byte[] digest) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    }

    /** What the key signs; the words in front keep it from meaning something else elsewhere. */
    byte[] message() {
        String domain = Part.FORMAT + " " + Part.VERSION + " ";
        byte[] words = domain.getBytes(UTF_8);
        byte[] message = new byte[words.length + head.length];
        System.arraycopy(words, 0, message, 0, words.length);
        System.arraycopy(head, 0, message, words.length, head.length);
        return message;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256; this one has not: use another.", missing);
        }
    }
}
