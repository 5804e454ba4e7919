package dojo.c02_items.e3_what_does_it_cost;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Mina's chat: a META with a long profile, and forty turns. */
public final class World {
    /** What a turn may say here: 480 letters, one byte each. */
    private static final String TEXT = "What about this series? ".repeat(20);

    private static final int LARGEST_BATCH = 25;

    private World() {}

    /** Stores 41 items. */
    public static void fill(DynamoDbClient ddb, String table) {
        List<WriteRequest> puts = new ArrayList<>();
        puts.add(item("META", Map.of("title", text("Something calmer"), "profile", text("p".repeat(6_500)))));
        for (int turn = 1; turn <= 40; turn++) {
            String speaker = turn % 2 == 1 ? "customer" : "assistant";
            puts.add(item("TURN#%06d".formatted(turn), Map.of("speaker", text(speaker), "text", text(TEXT))));
        }
        for (int from = 0; from < puts.size(); from += LARGEST_BATCH) {
            List<WriteRequest> batch = puts.subList(from, Math.min(from + LARGEST_BATCH, puts.size()));
            ddb.batchWriteItem(write -> write.requestItems(Map.of(table, batch)));
        }
    }

    private static WriteRequest item(String sortKey, Map<String, AttributeValue> attributes) {
        Map<String, AttributeValue> item = new HashMap<>(attributes);
        item.put("PK", text("SESSION#s-42"));
        item.put("SK", text(sortKey));
        return WriteRequest.builder().putRequest(put -> put.item(item)).build();
    }

    private static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }
}
