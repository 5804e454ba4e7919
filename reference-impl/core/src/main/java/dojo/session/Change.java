package dojo.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The wish to change what is known about a conversation; keep the object (or its request id) to repeat the wish after a
 * lost answer.
 *
 * <p>What is not named stays as it is. An empty text, or an empty map, takes away what was there; a map replaces the one
 * before. All texts together hold at most 512 bytes of UTF-8: they stand on the head of the session, which with them and
 * ids of 36 characters fits into one write unit, and every write to it bills the whole item. Immutable.
 *
 * @param requestId names this wish, so that its own retry is recognised
 * @param expected the revision it was made for; empty for whatever is there now, and then a retry that comes after
 *     somebody else's change overwrites that change
 */
public record Change(
        String requestId,
        OptionalLong expected,
        Optional<String> title,
        Optional<String> preview,
        Optional<String> status,
        Optional<String> intent,
        Optional<Map<String, String>> page,
        Optional<Map<String, String>> attributes) {
    private static final int TITLE = 100;
    private static final int PREVIEW = 140;
    private static final int STATUS = 32;
    private static final int INTENT = 48;
    private static final int MAP = 96;

    public Change {
        Ids.check("request id", requestId);
        check("title", title, TITLE);
        check("preview", preview, PREVIEW);
        check("status", status, STATUS);
        check("intent", intent, INTENT);
        page = checked("page context", page);
        attributes = checked("free attributes", attributes);
    }

    /** Changes nothing yet. */
    public static Change of() {
        return new Change(
                UUID.randomUUID().toString(),
                OptionalLong.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public Change requestedAs(String ownRequestId) {
        return new Change(ownRequestId, expected, title, preview, status, intent, page, attributes);
    }

    /** Only if nobody has changed anything since this revision. */
    public Change expecting(long revision) {
        return new Change(requestId, OptionalLong.of(revision), title, preview, status, intent, page, attributes);
    }

    /** At most 100 bytes. */
    public Change title(String text) {
        return new Change(requestId, expected, Optional.of(text), preview, status, intent, page, attributes);
    }

    /** At most 140 bytes. */
    public Change preview(String text) {
        return new Change(requestId, expected, title, Optional.of(text), status, intent, page, attributes);
    }

    /** At most 32 bytes. */
    public Change status(String text) {
        return new Change(requestId, expected, title, preview, Optional.of(text), intent, page, attributes);
    }

    /** At most 48 bytes. */
    public Change intent(String text) {
        return new Change(requestId, expected, title, preview, status, Optional.of(text), page, attributes);
    }

    /** At most 96 bytes, names and values together. */
    public Change page(Map<String, String> context) {
        return new Change(requestId, expected, title, preview, status, intent, Optional.of(context), attributes);
    }

    /** At most 96 bytes, names and values together. */
    public Change attributes(Map<String, String> free) {
        return new Change(requestId, expected, title, preview, status, intent, page, Optional.of(free));
    }

    private static void check(String what, Optional<String> text, int most) {
        text.ifPresent(value -> tooLarge(what, value.getBytes(UTF_8).length, most));
    }

    private static Optional<Map<String, String>> checked(String what, Optional<Map<String, String>> map) {
        map.ifPresent(values -> {
            int bytes = 0;
            for (Map.Entry<String, String> entry : values.entrySet()) {
                Objects.requireNonNull(
                        entry.getValue(),
                        () -> "The " + what + " have null as \"" + entry.getKey() + "\": leave out what is not known.");
                if (entry.getKey().isBlank()) {
                    throw new IllegalArgumentException(
                            "The " + what + " have a blank name, got " + values.keySet() + ": name it.");
                }
                bytes +=
                        entry.getKey().getBytes(UTF_8).length + entry.getValue().getBytes(UTF_8).length;
            }
            tooLarge(what, bytes, MAP);
        });
        return map.map(TreeMap::new).map(Map::copyOf);
    }

    private static void tooLarge(String what, int bytes, int most) {
        if (bytes > most) {
            throw new IllegalArgumentException("The " + what + " of a session takes at most " + most
                    + " bytes of UTF-8, got " + bytes + ": every note of activity bills the item it stands on; shorten"
                    + " it, or keep it elsewhere and store where it is.");
        }
    }
}
