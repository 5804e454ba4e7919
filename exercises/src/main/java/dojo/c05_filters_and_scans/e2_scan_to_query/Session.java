package dojo.c05_filters_and_scans.e2_scan_to_query;

import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A chat as the support desk lists it; the note is what the last agent wrote down. */
public record Session(String id, String customer, String note, Instant openedAt) {
    /** Reads a session from its attributes, in whichever item they stand. */
    public static Session of(Map<String, AttributeValue> item) {
        return new Session(
                item.get("session_id").s(),
                item.get("customer").s(),
                item.get("note").s(),
                Instant.ofEpochMilli(Long.parseLong(item.get("opened_at").n())));
    }

    /** The attributes of the session, without a key. */
    public Map<String, AttributeValue> attributes() {
        return Map.of(
                "session_id", AttributeValue.fromS(id),
                "customer", AttributeValue.fromS(customer),
                "note", AttributeValue.fromS(note),
                "opened_at", AttributeValue.fromN(Long.toString(openedAt.toEpochMilli())));
    }

    /** Short, because failing checks print it. */
    @Override
    public String toString() {
        return id;
    }
}
