package dojo.lab.conflict;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/** What a request says, in a few bytes: the same for the same parameters, in whichever order a client writes its maps. */
final class Fingerprint {

    private Fingerprint() {}

    static String of(Object value) {
        StringBuilder text = new StringBuilder();
        spell(value, text);
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    private static void spell(@Nullable Object value, StringBuilder text) {
        if (value instanceof SdkPojo pojo) {
            text.append('{');
            for (SdkField<?> field : pojo.sdkFields()) {
                Object inside = field.getValueOrDefault(pojo);
                if (inside != null) {
                    text.append(field.memberName()).append(':');
                    spell(inside, text);
                }
            }
            text.append('}');
        } else if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> sorted = new TreeMap<>();
            map.forEach((key, inside) -> sorted.put(String.valueOf(key), inside));
            text.append('<');
            sorted.forEach((key, inside) -> {
                spell(key, text);
                spell(inside, text);
            });
            text.append('>');
        } else if (value instanceof List<?> list) {
            text.append('[');
            list.forEach(inside -> spell(inside, text));
            text.append(']');
        } else {
            String word = value instanceof SdkBytes bytes
                    ? Base64.getEncoder().encodeToString(bytes.asByteArray())
                    : String.valueOf(value);
            // With its length, so that no two texts run into each other.
            text.append(word.length()).append('"').append(word);
        }
    }
}
