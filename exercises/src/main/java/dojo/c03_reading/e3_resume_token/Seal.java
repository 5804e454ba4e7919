package dojo.c03_reading.e3_resume_token;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Gives texts to clients so that only what was given comes back; all servers share the secret. Thread-safe. */
public final class Seal {
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private final SecretKeySpec secret;

    public Seal(String secret) {
        this.secret = new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256");
    }

    /** The text with a signature, fit for a URL. Clients may read it; they cannot change it. */
    public String seal(String text) {
        return ENCODER.encodeToString(text.getBytes(UTF_8)) + "." + ENCODER.encodeToString(signature(text));
    }

    /** The text, if exactly this was sealed with the same secret. */
    public Optional<String> open(String sealed) {
        try {
            int end = Math.max(0, sealed.indexOf('.'));
            String text = new String(Base64.getUrlDecoder().decode(sealed.substring(0, end)), UTF_8);
            boolean ours = MessageDigest.isEqual(seal(text).getBytes(UTF_8), sealed.getBytes(UTF_8));
            return ours ? Optional.of(text) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private byte[] signature(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(secret);
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every JDK has HmacSHA256, this one has not.", impossible);
        }
    }
}
