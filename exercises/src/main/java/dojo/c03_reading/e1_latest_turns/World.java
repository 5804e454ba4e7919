package dojo.c03_reading.e1_latest_turns;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Mina's session after an afternoon of talk. */
public final class World {
    private static final int LARGEST_BATCH = 25;

    private World() {}

    /** Stores session s-42: META, 8 summaries and 60 turns, each of the last two about 1 KB. */
    public static void fill(DynamoDbClient ddb, String table) {
        session(ddb, table, "s-42", 8, 60);
    }

    /** Stores a session of META, so many summaries and so many turns. */
    public static void session(DynamoDbClient ddb, String table, String id, int summaries, int turns) {
        List<WriteRequest> puts = new ArrayList<>();
        puts.add(put(id, "META", Map.of("customer", "Mina")));
        for (int number = 1; number <= summaries; number++) {
            puts.add(put(
                    id,
                    "SUMMARY#%06d".formatted(number),
                    Map.of("text", summary(number).text())));
        }
        for (int number = 1; number <= turns; number++) {
            Turn turn = turn(number);
            Map<String, String> attributes = Map.of("speaker", turn.speaker(), "text", turn.text());
            puts.add(put(id, "TURN#%06d".formatted(number), attributes));
        }
        for (int from = 0; from < puts.size(); from += LARGEST_BATCH) {
            List<WriteRequest> batch = puts.subList(from, Math.min(from + LARGEST_BATCH, puts.size()));
            ddb.batchWriteItem(write -> write.requestItems(Map.of(table, batch)));
        }
    }

    /** The turn with this number, as every session here holds it. */
    public static Turn turn(int number) {
        String speaker = number % 2 == 1 ? "customer" : "assistant";
        return new Turn(number, speaker, "Turn " + number + ": " + "a page about a series. ".repeat(40));
    }

    /** The summary with this number, as every session here holds it. */
    public static Summary summary(int number) {
        return new Summary(number, "Summary " + number + ": " + "so far they spoke of many things. ".repeat(27));
    }

    private static WriteRequest put(String id, String sortKey, Map<String, String> attributes) {
        Map<String, AttributeValue> item = new HashMap<>();
        item.put("PK", AttributeValue.fromS("SESSION#" + id));
        item.put("SK", AttributeValue.fromS(sortKey));
        attributes.forEach((name, value) -> item.put(name, AttributeValue.fromS(value)));
        return WriteRequest.builder().putRequest(put -> put.item(item)).build();
    }
}
