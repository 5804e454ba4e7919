package dojo.session.dynamo;

import static java.nio.charset.StandardCharsets.UTF_8;

import dojo.session.Turn;
import dojo.session.content.Body;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import software.amazon.awssdk.core.SdkBytes;

/** Tells a retry from another turn under the same id, without comparing whole texts. */
final class Payload {
    private Payload() {}

    /** SHA-256 over role, text and attributes; each part is preceded by its length, so that parts cannot run together. */
    static SdkBytes hash(Turn turn) {
        return hash(turn.role().name(), Body.of(turn).bytes());
    }

    /** The same of a turn whose body is at hand as bytes. */
    static SdkBytes hash(String role, byte[] body) {
        MessageDigest digest = sha256();
        add(digest, role);
        digest.update(body);
        return SdkBytes.fromByteArray(digest.digest());
    }

    /** Names bytes kept outside an item; 16 of the 32 bytes of SHA-256, as text that suits a key. */
    static String sum(byte[] kept) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(sha256().digest(kept), 16));
    }

    /** SHA-256 over several parts, each preceded by its length. */
    static SdkBytes sha256(SdkBytes... parts) {
        MessageDigest digest = sha256();
        for (SdkBytes part : parts) {
            digest.update(ByteBuffer.allocate(Integer.BYTES)
                    .putInt(part.asByteArray().length)
                    .array());
            digest.update(part.asByteArray());
        }
        return SdkBytes.fromByteArray(digest.digest());
    }

    /**
     * Names a batch to DynamoDB: the same turns at the same place within ten minutes are one transaction.
     *
     * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html">AWS:
     *     client request token</a>
     */
    static String requestToken(String table, Token expected, List<Turn> turns) {
        MessageDigest digest = sha256();
        // Tokens are compared within an account, so another table with the same sessions must not share them.
        add(digest, table);
        add(digest, expected.session().value());
        add(digest, expected.epoch() + " " + expected.position());
        turns.forEach(turn -> {
            add(digest, turn.id().value());
            digest.update(hash(turn).asByteArray());
        });
        // The service takes 36 characters.
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest.digest(), 27));
    }

    private static void add(MessageDigest digest, String part) {
        byte[] bytes = part.getBytes(UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256; this one has not: use another.", missing);
        }
    }
}
