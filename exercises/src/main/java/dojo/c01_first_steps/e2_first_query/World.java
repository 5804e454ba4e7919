package dojo.c01_first_steps.e2_first_query;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Mina's chat, and enough of other people's to make reading the whole table expensive. */
public final class World {
    public static final String SESSION = "s-42";
    public static final int TURNS = 6;

    private World() {}

    /** Stores 22 small items. */
    public static void fill(DynamoDbClient ddb, String table) {
        session(ddb, table, "s-4", "Noor", 4);
        session(ddb, table, SESSION, "Mina", TURNS);
        session(ddb, table, "s-421", "Jo", 9);
    }

    /** Stores one META item and its turns: {@code turns + 1} items. */
    public static void session(DynamoDbClient ddb, String table, String id, String customer, int turns) {
        put(ddb, table, id, "META", Map.of("customer", customer, "opened", "2026-11-20"));
        for (int turn = 1; turn <= turns; turn++) {
            String speaker = turn % 2 == 1 ? "customer" : "assistant";
            String text =
                    customer + " and the assistant talk about volume " + turn + ". " + "Panel by panel. ".repeat(20);
            put(ddb, table, id, "TURN#%06d".formatted(turn), Map.of("speaker", speaker, "text", text));
        }
    }

    /** The sort keys of these items, in their order. */
    public static List<String> sortKeys(List<Map<String, AttributeValue>> items) {
        return items.stream().map(item -> item.get("SK").s()).toList();
    }

    private static void put(
            DynamoDbClient ddb, String table, String id, String sortKey, Map<String, String> attributes) {
        Map<String, AttributeValue> item = new HashMap<>();
        item.put("PK", AttributeValue.fromS("SESSION#" + id));
        item.put("SK", AttributeValue.fromS(sortKey));
        attributes.forEach((name, value) -> item.put(name, AttributeValue.fromS(value)));
        ddb.putItem(put -> put.tableName(table).item(item));
    }
}
