package dojo.session.springai;

import dojo.session.SessionId;
import dojo.session.dynamo.SessionRegister.Entry;
import java.time.Instant;
import java.util.Map;
import org.springframework.ai.session.Session;

/** Spring AI's sessions as entries of a register, and back. */
final class SessionEntries {
    private static final String OWNER = "owner";
    private static final String CREATED = "created";
    private static final String METADATA = "metadata";

    private SessionEntries() {}

    static Entry entry(Session session, Instant until) {
        return new Entry(
                SessionId.of(session.id()),
                until,
                Map.of(
                        OWNER, session.userId(),
                        CREATED, session.createdAt().toString(),
                        METADATA, Extras.json(session.metadata())));
    }

    static Session session(Entry entry) {
        return Session.builder()
                .id(entry.session().value())
                .userId(owner(entry))
                .createdAt(Instant.parse(note(entry, CREATED)))
                .expiresAt(entry.until())
                .metadata(Extras.map(note(entry, METADATA)))
                .build();
    }

    static String owner(Entry entry) {
        return note(entry, OWNER);
    }

    private static String note(Entry entry, String name) {
        String note = entry.notes().get(name);
        if (note == null) {
            throw new IllegalStateException("The entry of session " + entry.session() + " has no " + name
                    + ": it was written by other code; give that a register of its own.");
        }
        return note;
    }
}
