package dojo.c03_reading.e5_handoff;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** A customer who has been talking to a machine for an afternoon. */
public final class World {
    private static final int LARGEST_BATCH = 25;

    private World() {}

    /** Stores s-42: 86 turns, and six summaries of about 1 KB, the last of which covers the turns up to 70. */
    public static void fill(DynamoDbClient ddb, String table) {
        say(ddb, table, "s-42", IntStream.rangeClosed(1, 86), 180);
        Handoff handoff = new Handoff(ddb, table);
        for (int window = 1; window <= 6; window++) {
            handoff.store("s-42", summary(window, 10 + 10 * window));
        }
    }

    /** A summary of about 1 KB. */
    public static Summary summary(int window, int coversTo) {
        return new Summary(window, coversTo, "They spoke of volumes and of parcels. ".repeat(24));
    }

    /** Stores the turns with these numbers, each with a text of so many bytes. */
    public static void say(DynamoDbClient ddb, String table, String sessionId, IntStream numbers, int textBytes) {
        List<WriteRequest> puts = new ArrayList<>();
        numbers.forEach(number -> puts.add(WriteRequest.builder()
                .putRequest(put -> put.item(Map.of(
                        "PK", AttributeValue.fromS("SESSION#" + sessionId),
                        "SK", AttributeValue.fromS("TURN#%06d".formatted(number)),
                        "text", AttributeValue.fromS("w".repeat(textBytes)))))
                .build()));
        for (int from = 0; from < puts.size(); from += LARGEST_BATCH) {
            List<WriteRequest> batch = puts.subList(from, Math.min(from + LARGEST_BATCH, puts.size()));
            ddb.batchWriteItem(write -> write.requestItems(Map.of(table, batch)));
        }
    }
}
