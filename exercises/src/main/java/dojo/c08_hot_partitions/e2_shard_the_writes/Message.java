package dojo.c08_hot_partitions.e2_shard_the_writes;

import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What somebody said in a room; the app gave it an id and a time, and every retry carries both. */
public record Message(String id, Instant at, String text) {
    /** Reads a message from a stored item. */
    public static Message of(Map<String, AttributeValue> item) {
        return new Message(
                item.get("id").s(),
                Instant.ofEpochMilli(Long.parseLong(item.get("at").n())),
                item.get("text").s());
    }

    /** Sorts by time, and messages of one millisecond by id. */
    public String sortKey() {
        return "%013d#%s".formatted(at.toEpochMilli(), id);
    }

    /** The attributes of the message, without a key. */
    public Map<String, AttributeValue> attributes() {
        return Map.of(
                "id", AttributeValue.fromS(id),
                "at", AttributeValue.fromN(Long.toString(at.toEpochMilli())),
                "text", AttributeValue.fromS(text));
    }

    /** Short, because failing checks print it. */
    @Override
    public String toString() {
        return id;
    }
}
