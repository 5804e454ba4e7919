package dojo.session.content;

import static java.nio.charset.StandardCharsets.UTF_8;

import dojo.session.SessionId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * The name under which the content of one turn is kept in a {@link ContentStore}.
 *
 * <p>It tells whose it is: session, epoch, position and payload. So no two turns ever share a content, a retry puts
 * the same bytes under the same name, and whoever finds a name in a list knows which turn to ask for. A session's names
 * share a prefix that begins no other session's names.
 *
 * @param digest of the payload, as the turn's item holds it
 */
public record ContentName(SessionId session, long epoch, long position, String digest) {
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    public static ContentName of(SessionId session, long epoch, long position, byte[] payloadHash) {
        return new ContentName(session, epoch, position, ENCODER.encodeToString(payloadHash));
    }

    public String value() {
        return under(session, epoch, position) + digest;
    }

    /** What all names of a session begin with. */
    public static String under(SessionId session) {
        String encoded = ENCODER.encodeToString(session.value().getBytes(UTF_8));
        List<String> parts = new ArrayList<>();
        for (int at = 0; at < encoded.length(); at += Names.LONGEST_PART - 1) {
            parts.add(encoded.substring(at, Math.min(encoded.length(), at + Names.LONGEST_PART - 1)));
        }
        // The dot says that the id ends here: without it, a longer id could begin with this one.
        return String.join("/", parts) + "./";
    }

    /** What all names of the turns at one place begin with; more than one if writers were rivals for it. */
    public static String under(SessionId session, long epoch, long position) {
        return under(session) + epoch + "/" + position + "/";
    }

    /** Reads a name back; empty if it is not one of ours. */
    public static Optional<ContentName> parse(String value) {
        int end = value.indexOf("./");
        if (end < 1) {
            return Optional.empty();
        }
        String[] rest = value.substring(end + 2).split("/", -1);
        if (rest.length != 3) {
            return Optional.empty();
        }
        try {
            byte[] session =
                    Base64.getUrlDecoder().decode(value.substring(0, end).replace("/", ""));
            ContentName name = new ContentName(
                    SessionId.of(new String(session, UTF_8)),
                    Long.parseLong(rest[0]),
                    Long.parseLong(rest[1]),
                    rest[2]);
            return Optional.of(name).filter(same -> same.value().equals(value));
        } catch (IllegalArgumentException foreign) {
            return Optional.empty();
        }
    }
}
