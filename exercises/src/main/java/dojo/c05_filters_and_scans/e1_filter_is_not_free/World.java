package dojo.c05_filters_and_scans.e1_filter_is_not_free;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** A book club that has been talking for a month. */
public final class World {
    private static final int LARGEST_BATCH = 25;

    private World() {}

    /** Stores s-42 with 200 turns of 2 KB each, and 5 turns of another session. */
    public static void fill(DynamoDbClient ddb, String table) {
        session(ddb, table, "s-42", IntStream.rangeClosed(1, 200), 2_000);
        session(ddb, table, "s-43", IntStream.rangeClosed(196, 200), 2_000);
    }

    /** Stores META and the turns with these numbers, each with a text of so many bytes. */
    public static void session(DynamoDbClient ddb, String table, String id, IntStream turns, int textBytes) {
        AttributeValue pk = AttributeValue.fromS("SESSION#" + id);
        List<WriteRequest> puts = new ArrayList<>();
        puts.add(put(Map.of("PK", pk, "SK", AttributeValue.fromS("META"))));
        turns.forEach(turn -> puts.add(put(Map.of(
                "PK", pk,
                "SK", AttributeValue.fromS("TURN#%06d".formatted(turn)),
                "turn_index", AttributeValue.fromN(Integer.toString(turn)),
                "text", AttributeValue.fromS("x".repeat(textBytes))))));

        for (int from = 0; from < puts.size(); from += LARGEST_BATCH) {
            List<WriteRequest> batch = puts.subList(from, Math.min(from + LARGEST_BATCH, puts.size()));
            ddb.batchWriteItem(write -> write.requestItems(Map.of(table, batch)));
        }
    }

    private static WriteRequest put(Map<String, AttributeValue> item) {
        return WriteRequest.builder().putRequest(put -> put.item(item)).build();
    }
}
