package dojo.session.handoff;

import java.security.GeneralSecurityException;
import java.security.Key;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Which keys are taken, said once for both halves. */
final class KeyRules {
    /** As long as the code itself: a shorter secret is easier to guess than the code. */
    private static final int SHORTEST_SECRET = 32;

    private static final int LONGEST_ID = 128;

    private KeyRules() {}

    static String id(String id) {
        if (id.isBlank() || id.length() > LONGEST_ID || id.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("A key id has 1 to " + LONGEST_ID
                    + " characters, none of them a control character, got \"" + id
                    + "\": name the key, for instance by the month of its first use.");
        }
        return id;
    }

    static void edwards(Key key) {
        String algorithm = key.getAlgorithm();
        if (!algorithm.equals("EdDSA") && !algorithm.equals("Ed25519")) {
            throw new IllegalArgumentException("An Ed25519 key is needed, got one of the algorithm " + algorithm
                    + ": make it with KeyPairGenerator.getInstance(\"Ed25519\").");
        }
    }

    static byte[] secret(byte[] secret) {
        if (secret.length < SHORTEST_SECRET) {
            throw new IllegalArgumentException("A secret has at least " + SHORTEST_SECRET + " bytes, got "
                    + secret.length + ": take them from SecureRandom, not from a password.");
        }
        return secret.clone();
    }

    static Mac mac(byte[] secret) throws GeneralSecurityException {
        Mac mac = Mac.getInstance(Algorithm.HMAC_SHA256.jdkName());
        mac.init(new SecretKeySpec(secret, Algorithm.HMAC_SHA256.jdkName()));
        return mac;
    }
}
