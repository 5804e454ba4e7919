package dojo.c08_hot_partitions.e3_hot_index;

import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A chat session: whose shop it was opened in, and when. */
public record Session(String id, String country, Instant openedAt) {
    /** Reads a session from a stored item, or from an entry of the index. */
    public static Session of(Map<String, AttributeValue> item) {
        return new Session(
                item.get("session_id").s(),
                item.get("country").s(),
                Instant.ofEpochMilli(Long.parseLong(item.get("opened_at").n())));
    }

    /** Sorts by the time of opening, and sessions of one millisecond by id. */
    public String sortKey() {
        return "%013d#%s".formatted(openedAt.toEpochMilli(), id);
    }

    /** The attributes of the session, without a key. */
    public Map<String, AttributeValue> attributes() {
        return Map.of(
                "session_id", AttributeValue.fromS(id),
                "country", AttributeValue.fromS(country),
                "opened_at", AttributeValue.fromN(Long.toString(openedAt.toEpochMilli())));
    }

    /** Short, because failing checks print it. */
    @Override
    public String toString() {
        return id;
    }
}
