package dojo.session.handoff;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;

/** Keys that are the same in every run, and so worth nothing outside tests. */
final class TestKeys {
    static final byte[] SECRET = "thirty-two bytes, and some more..".getBytes(UTF_8);
    static final SigningKey SHARED = SigningKey.hmacSha256("shared-1", SECRET);
    static final KeyPair PAIR = pair((byte) 7);
    static final SigningKey EDWARDS = SigningKey.ed25519("edwards-1", PAIR.getPrivate());
    static final KnownKeys KNOWN = KnownKeys.of(
            VerifyingKey.hmacSha256("shared-1", SECRET), VerifyingKey.ed25519("edwards-1", PAIR.getPublic()));

    private TestKeys() {}

    static KeyPair pair(byte seed) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(NamedParameterSpec.ED25519, new Repeating(seed));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException missing) {
            throw new AssertionError(missing);
        }
    }

    /** Not random at all. */
    private static final class Repeating extends SecureRandom {
        private static final long serialVersionUID = 1;

        private final byte value;

        Repeating(byte value) {
            this.value = value;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            Arrays.fill(bytes, value);
        }
    }
}
