package dojo.session.handoff;

import dojo.session.CustomerId;
import dojo.session.Metadata;
import dojo.session.Role;
import dojo.session.SessionId;
import dojo.session.StoredTurn;
import dojo.session.Turn;
import dojo.session.TurnId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One line of an export; the schema beside this class's resources says the same. */
sealed interface Part {
    String FORMAT = "dojo.session.handoff";
    long VERSION = 1;

    /** The fields of the line but for its digest. */
    Map<String, Object> fields();

    private static Map<String, Object> kind(String kind) {
        Map<String, Object> fields = new TreeMap<>();
        fields.put("kind", kind);
        return fields;
    }

    /**
     * The first line: whose conversation this is.
     *
     * @param last the number of the last turn ever stored, removed or not; 0 if there was none
     */
    record Head(
            SessionId session,
            Optional<CustomerId> customer,
            Instant createdAt,
            Instant expiresAt,
            Instant exportedAt,
            Metadata metadata,
            long last,
            String keyId,
            String algorithm)
            implements Part {
        static final String KIND = "session";

        @Override
        public Map<String, Object> fields() {
            Map<String, Object> fields = kind(KIND);
            fields.put("format", FORMAT);
            fields.put("version", VERSION);
            fields.put("session", session.value());
            customer.ifPresent(owner -> fields.put("customer", owner.value()));
            fields.put("createdAt", createdAt.toString());
            fields.put("expiresAt", expiresAt.toString());
            fields.put("exportedAt", exportedAt.toString());
            fields.put("metadata", About.fields(metadata));
            fields.put("last", last);
            fields.put("key", keyId);
            fields.put("algorithm", algorithm);
            return fields;
        }

        /** What follows {@code kind}, {@code format} and {@code version}. */
        static Head from(Fields fields) throws Damage {
            return new Head(
                    SessionId.of(fields.text("session")),
                    fields.optionalText("customer").map(CustomerId::of),
                    fields.instant("createdAt"),
                    fields.instant("expiresAt"),
                    fields.instant("exportedAt"),
                    About.from(fields.inside("metadata")),
                    fields.number("last"),
                    fields.text("key"),
                    fields.text("algorithm"));
        }
    }

    /** The second line, if there is a summary and the redaction did not leave it out. */
    record Gist(
            long from,
            long to,
            String text,
            Instant at,
            Optional<String> inputs,
            Optional<String> model,
            Optional<String> prompt,
            List<String> redacted)
            implements Part {
        static final String KIND = "summary";

        @Override
        public Map<String, Object> fields() {
            Map<String, Object> fields = kind(KIND);
            fields.put("from", from);
            fields.put("to", to);
            fields.put("text", text);
            fields.put("at", at.toString());
            inputs.ifPresent(digest -> fields.put("inputs", digest));
            model.ifPresent(name -> fields.put("model", name));
            prompt.ifPresent(version -> fields.put("prompt", version));
            fields.put("redacted", redacted);
            return fields;
        }

        static Gist from(Fields fields) throws Damage {
            return new Gist(
                    fields.number("from"),
                    fields.number("to"),
                    fields.text("text"),
                    fields.instant("at"),
                    fields.optionalText("inputs"),
                    fields.optionalText("model"),
                    fields.optionalText("prompt"),
                    fields.list("redacted"));
        }
    }

    /**
     * A turn, at its place.
     *
     * @param after the number of the turn in the line before, 0 for the first: a line taken out is missed here
     * @param redacted which of its parts are not what is stored: {@code text}, {@code attributes/NAME}
     */
    record Said(StoredTurn stored, long after, List<String> redacted) implements Part {
        static final String KIND = "turn";

        @Override
        public Map<String, Object> fields() {
            Turn turn = stored.turn();
            Map<String, Object> fields = kind(KIND);
            fields.put("number", stored.number());
            fields.put("after", after);
            fields.put("id", turn.id().value());
            fields.put("role", turn.role().name());
            fields.put("at", stored.at().toString());
            fields.put("text", turn.text());
            fields.put("tokens", (long) turn.tokens());
            fields.put("attributes", turn.attributes());
            fields.put("redacted", redacted);
            return fields;
        }

        static Said from(Fields fields) throws Damage {
            Turn turn = new Turn(
                    TurnId.of(fields.text("id")),
                    new Role(fields.text("role")),
                    fields.text("text"),
                    Math.toIntExact(fields.number("tokens")),
                    fields.texts("attributes"));
            StoredTurn stored = new StoredTurn(fields.number("number"), fields.instant("at"), turn);
            return new Said(stored, fields.number("after"), fields.list("redacted"));
        }
    }

    /**
     * The last line: that nothing follows. It also has the signature, in Base64, over the chain of all digests; what is
     * signed cannot hold it.
     *
     * @param summaries 0 or 1
     */
    record Seal(long turns, long redacted, long summaries) implements Part {
        static final String KIND = "seal";

        @Override
        public Map<String, Object> fields() {
            Map<String, Object> fields = kind(KIND);
            fields.put("turns", turns);
            fields.put("redacted", redacted);
            fields.put("summaries", summaries);
            return fields;
        }

        static Seal from(Fields fields) throws Damage {
            return new Seal(fields.number("turns"), fields.number("redacted"), fields.number("summaries"));
        }
    }
}
