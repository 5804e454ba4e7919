package dojo.session.handoff;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;

/**
 * What checks exports of one {@link SigningKey}.
 *
 * <p>The key decides by which algorithm is checked, never the export. Costs no request. Its text form shows the name and
 * never the key. Immutable and thread-safe.
 */
public final class VerifyingKey {
    private final String id;
    private final Algorithm algorithm;
    private final Checking checking;

    private VerifyingKey(String id, Algorithm algorithm, Checking checking) {
        this.id = KeyRules.id(id);
        this.algorithm = algorithm;
        this.checking = checking;
    }

    private interface Checking {
        boolean holds(byte[] message, byte[] signature) throws GeneralSecurityException;
    }

    /**
     * The public half of a key of {@link SigningKey#ed25519}.
     *
     * @throws IllegalArgumentException if it is another kind of key, or the id is blank or has control characters
     */
    public static VerifyingKey ed25519(String id, PublicKey key) {
        KeyRules.edwards(key);
        return new VerifyingKey(id, Algorithm.ED25519, (message, signature) -> {
            Signature check = Signature.getInstance(Algorithm.ED25519.jdkName());
            check.initVerify(key);
            check.update(message);
            return check.verify(signature);
        });
    }

    /**
     * The secret of {@link SigningKey#hmacSha256}.
     *
     * @throws IllegalArgumentException if the secret has less than 32 bytes, or the id is blank or has control characters
     */
    public static VerifyingKey hmacSha256(String id, byte[] secret) {
        byte[] kept = KeyRules.secret(secret);
        return new VerifyingKey(
                id,
                Algorithm.HMAC_SHA256,
                // In constant time: a byte-by-byte comparison would tell how much of a guess is right.
                (message, signature) -> MessageDigest.isEqual(KeyRules.mac(kept).doFinal(message), signature));
    }

    public String id() {
        return id;
    }

    public Algorithm algorithm() {
        return algorithm;
    }

    boolean holds(byte[] message, byte[] signature) {
        try {
            return checking.holds(message, signature);
        } catch (SignatureException malformed) {
            return false;
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(
                    "Key " + id + " cannot check (" + broken.getMessage() + "): check the key, or use another JDK.",
                    broken);
        }
    }

    @Override
    public String toString() {
        return "VerifyingKey[" + id + ", " + algorithm.jdkName() + "]";
    }
}
