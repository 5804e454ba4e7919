package dojo.c03_reading.e3_resume_token;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Mina's chat, and Ben's. */
public final class World {
    private static final int LARGEST_BATCH = 25;

    private World() {}

    /** Stores Mina's s-42 with 40 turns of about 300 bytes, and Ben's s-43 with 20. */
    public static void fill(DynamoDbClient ddb, String table) {
        say(ddb, table, "s-42", IntStream.rangeClosed(1, 40));
        say(ddb, table, "s-43", IntStream.rangeClosed(1, 20));
    }

    /** Erases the turns with these numbers. */
    public static void erase(DynamoDbClient ddb, String table, String sessionId, IntStream numbers) {
        numbers.forEach(number -> ddb.deleteItem(delete -> delete.tableName(table)
                .key(Map.of(
                        "PK", AttributeValue.fromS("SESSION#" + sessionId),
                        "SK", AttributeValue.fromS("TURN#%06d".formatted(number))))));
    }

    /** Stores the turns with these numbers. */
    public static void say(DynamoDbClient ddb, String table, String sessionId, IntStream numbers) {
        List<WriteRequest> puts = new ArrayList<>();
        numbers.forEach(number -> puts.add(WriteRequest.builder()
                .putRequest(put -> put.item(Map.of(
                        "PK", AttributeValue.fromS("SESSION#" + sessionId),
                        "SK", AttributeValue.fromS("TURN#%06d".formatted(number)),
                        "text", AttributeValue.fromS("a word about volume 7. ".repeat(11)))))
                .build()));
        for (int from = 0; from < puts.size(); from += LARGEST_BATCH) {
            List<WriteRequest> batch = puts.subList(from, Math.min(from + LARGEST_BATCH, puts.size()));
            ddb.batchWriteItem(write -> write.requestItems(Map.of(table, batch)));
        }
    }
}
