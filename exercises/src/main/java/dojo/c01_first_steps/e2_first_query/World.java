package dojo.c01_first_steps.e2_first_query;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Mina's chat, and enough of other people's to make reading the whole table expensive. */
public final class World {
    public static final String SESSION = "s-42";
    public static final int TURNS = 6;
    private static final int LARGEST_BATCH = 25;

    private World() {}

    /** Stores 22 small items. */
    public static void fill(DynamoDbClient ddb, String table) {
        session(ddb, table, "s-4", "Noor", 4);
        session(ddb, table, SESSION, "Mina", TURNS);
        session(ddb, table, "s-421", "Jo", 9);
    }

    /** Stores one META item and its turns: {@code turns + 1} items. */
    public static void session(DynamoDbClient ddb, String table, String id, String customer, int turns) {
        List<WriteRequest> puts = new ArrayList<>();
        puts.add(put(id, "META", Map.of("customer", customer, "opened", "2026-11-20")));
        for (int turn = 1; turn <= turns; turn++) {
            String speaker = turn % 2 == 1 ? "customer" : "assistant";
            String text =
                    customer + " and the assistant talk about volume " + turn + ". " + "Panel by panel. ".repeat(20);
            puts.add(put(id, "TURN#%06d".formatted(turn), Map.of("speaker", speaker, "text", text)));
        }
        for (int from = 0; from < puts.size(); from += LARGEST_BATCH) {
            List<WriteRequest> batch = puts.subList(from, Math.min(from + LARGEST_BATCH, puts.size()));
            ddb.batchWriteItem(write -> write.requestItems(Map.of(table, batch)));
        }
    }

    /** The sort keys of these items, in their order. */
    public static List<String> sortKeys(List<Map<String, AttributeValue>> items) {
        return items.stream().map(item -> item.get("SK").s()).toList();
    }

    private static WriteRequest put(String id, String sortKey, Map<String, String> attributes) {
        Map<String, AttributeValue> item = new HashMap<>();
        item.put("PK", AttributeValue.fromS("SESSION#" + id));
        item.put("SK", AttributeValue.fromS(sortKey));
        attributes.forEach((name, value) -> item.put(name, AttributeValue.fromS(value)));
        return WriteRequest.builder().putRequest(put -> put.item(item)).build();
    }
}
