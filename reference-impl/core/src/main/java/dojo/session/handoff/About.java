package dojo.session.handoff;

import dojo.session.Change;
import dojo.session.Metadata;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/** What is known about a conversation besides its turns, in an export. */
final class About {
    private About() {}

    /** All but the revision, which counts changes of one session and means nothing in another. */
    static Map<String, Object> fields(Metadata metadata) {
        Map<String, Object> fields = new TreeMap<>();
        put(fields, "title", metadata.title());
        put(fields, "preview", metadata.preview());
        put(fields, "status", metadata.status());
        put(fields, "intent", metadata.intent());
        fields.put("page", metadata.page());
        fields.put("attributes", metadata.attributes());
        return fields;
    }

    private static void put(Map<String, Object> fields, String name, Optional<String> text) {
        text.ifPresent(value -> fields.put(name, value));
    }

    static Metadata from(Fields fields) throws Damage {
        Metadata metadata = new Metadata(
                0,
                fields.optionalText("title"),
                fields.optionalText("preview"),
                fields.optionalText("status"),
                fields.optionalText("intent"),
                fields.texts("page"),
                fields.texts("attributes"));
        fields.end();
        return metadata;
    }

    /** The change that makes it known in a session about which nothing is; empty if there is nothing to know. */
    static Optional<Change> change(Metadata metadata, String requestId) {
        if (metadata.equals(Metadata.none(metadata.revision()))) {
            return Optional.empty();
        }
        return Optional.of(new Change(
                requestId,
                OptionalLong.empty(),
                metadata.title(),
                metadata.preview(),
                metadata.status(),
                metadata.intent(),
                Optional.of(metadata.page()).filter(page -> !page.isEmpty()),
                Optional.of(metadata.attributes()).filter(free -> !free.isEmpty())));
    }
}
