package dojo.session.handoff;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import javax.crypto.Mac;

/**
 * What signs exports: a key with a name, so that keys can follow each other.
 *
 * <p>Costs no request. Its text form shows the name and never the key. Immutable and thread-safe.
 */
public final class SigningKey {
    private final String id;
    private final Algorithm algorithm;
    private final Signing signing;

    private SigningKey(String id, Algorithm algorithm, Signing signing) {
        this.id = KeyRules.id(id);
        this.algorithm = algorithm;
        this.signing = signing;
    }

    private interface Signing {
        byte[] sign(byte[] message) throws GeneralSecurityException;
    }

    /**
     * A private key of the algorithm Ed25519, in the JDK since version 15.
     *
     * @param id names the key in every export, so that its reader knows which public key to take
     * @throws IllegalArgumentException if it is another kind of key, or the id is blank or has control characters
     * @see <a href="https://www.rfc-editor.org/rfc/rfc8032">RFC 8032: Edwards-curve digital signatures</a>
     */
    public static SigningKey ed25519(String id, PrivateKey key) {
        KeyRules.edwards(key);
        return new SigningKey(id, Algorithm.ED25519, message -> {
            Signature signature = Signature.getInstance(Algorithm.ED25519.jdkName());
            signature.initSign(key);
            signature.update(message);
            return signature.sign();
        });
    }

    /**
     * A secret that is shared with whoever checks.
     *
     * @param id names the secret in every export
     * @throws IllegalArgumentException if the secret has less than 32 bytes, or the id is blank or has control characters
     * @see <a href="https://www.rfc-editor.org/rfc/rfc2104">RFC 2104: HMAC</a>
     */
    public static SigningKey hmacSha256(String id, byte[] secret) {
        byte[] kept = KeyRules.secret(secret);
        return new SigningKey(id, Algorithm.HMAC_SHA256, message -> {
            Mac mac = KeyRules.mac(kept);
            return mac.doFinal(message);
        });
    }

    public String id() {
        return id;
    }

    public Algorithm algorithm() {
        return algorithm;
    }

    byte[] sign(byte[] message) {
        try {
            return signing.sign(message);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(
                    "Key " + id + " cannot sign (" + broken.getMessage() + "): check the key, or use another JDK.",
                    broken);
        }
    }

    @Override
    public String toString() {
        return "SigningKey[" + id + ", " + algorithm.jdkName() + "]";
    }
}
