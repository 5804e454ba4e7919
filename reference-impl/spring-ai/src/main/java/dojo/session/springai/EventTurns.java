package dojo.session.springai;

import dojo.session.StoredTurn;
import dojo.session.Turn;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.springframework.ai.session.SessionEvent;

/** Events of Spring AI's sessions as turns, and back. */
final class EventTurns {
    private static final String EVENT = "spring-ai-event";

    private EventTurns() {}

    /** The message as any other, and what the event adds to it as JSON; archived is the list's to say, not the event's. */
    static Turn turn(SessionEvent event) {
        Map<String, Object> added = new HashMap<>();
        added.put("at", event.getTimestamp().toString());
        if (!event.getMetadata().isEmpty()) {
            added.put("metadata", event.getMetadata());
        }
        if (event.getBranch() != null) {
            added.put("branch", event.getBranch());
        }
        return MessageTurns.turn(event.getMessage(), event.getId()).with(EVENT, Extras.json(added));
    }

    static SessionEvent event(String sessionId, StoredTurn stored, boolean archived) {
        Turn turn = stored.turn();
        String json = turn.attributes().get(EVENT);
        // A turn that somebody else appended is an event of the time at which it was stored.
        Map<String, Object> added = json == null ? Map.of("at", stored.at().toString()) : Extras.map(json);
        SessionEvent.Builder event = SessionEvent.builder()
                .id(turn.id().value())
                .sessionId(sessionId)
                .timestamp(Instant.parse(String.valueOf(added.get("at"))))
                .message(MessageTurns.message(turn))
                .archived(archived);
        if (added.get("metadata") instanceof Map<?, ?> metadata) {
            metadata.forEach((name, value) -> event.metadata(String.valueOf(name), value));
        }
        return added.get("branch") instanceof String branch
                ? event.branch(branch).build()
                : event.build();
    }
}
