package dojo.session.content;

import static java.nio.charset.StandardCharsets.UTF_8;

import dojo.session.Turn;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a turn says, as one run of bytes and back: its text, then its attributes by name.
 *
 * <p>Each part is preceded by its length, so that parts cannot run together, and equal turns have equal bytes. Immutable
 * and thread-safe.
 */
public record Body(String text, Map<String, String> attributes) {
    public Body {
        attributes = Map.copyOf(attributes);
    }

    public static Body of(Turn turn) {
        return new Body(turn.text(), turn.attributes());
    }

    public byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length() + 64);
        add(bytes, text);
        new TreeMap<>(attributes).forEach((name, value) -> {
            add(bytes, name);
            add(bytes, value);
        });
        return bytes.toByteArray();
    }

    /** A part of the form that {@link #bytes} has: four bytes of length, and UTF-8. */
    public static void add(ByteArrayOutputStream to, String part) {
        byte[] bytes = part.getBytes(UTF_8);
        to.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        to.writeBytes(bytes);
    }

    /** Reads back; empty if these bytes are not what {@link #bytes} makes. */
    public static Optional<Body> read(byte[] bytes) {
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        try {
            String text = part(rest);
            Map<String, String> attributes = new TreeMap<>();
            while (rest.hasRemaining()) {
                attributes.put(part(rest), part(rest));
            }
            return Optional.of(new Body(text, attributes));
        } catch (CharacterCodingException damaged) {
            return Optional.empty();
        }
    }

    private static String part(ByteBuffer rest) throws CharacterCodingException {
        if (rest.remaining() < Integer.BYTES) {
            throw new CharacterCodingException();
        }
        int length = rest.getInt();
        if (length < 0 || length > rest.remaining()) {
            throw new CharacterCodingException();
        }
        String part =
                UTF_8.newDecoder().decode(rest.slice(rest.position(), length)).toString();
        rest.position(rest.position() + length);
        return part;
    }

    /** Says how much, never what: this may end up in a log. */
    @Override
    public String toString() {
        return "Body of " + text.length() + " characters and " + attributes.size() + " attributes";
    }
}
