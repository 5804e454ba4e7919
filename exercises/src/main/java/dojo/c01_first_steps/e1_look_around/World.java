package dojo.c01_first_steps.e1_look_around;

import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Three chats as the assistant left them on Friday evening. */
public final class World {
    private World() {}

    /** Stores 19 items; old turns of a long chat are gone, their SUMMARY stands for them. */
    public static void fill(DynamoDbClient ddb, String table) {
        session(ddb, table, "s-11", "Noor", 1, 3);
        session(ddb, table, "s-42", "Mina", 7, 12);
        summary(ddb, table, "s-42", 1, "Turns 1 to 6: Mina has read Naruto and looks for something calmer.");
        session(ddb, table, "s-43", "Jo", 1, 6);
    }

    private static void session(DynamoDbClient ddb, String table, String id, String customer, int first, int last) {
        put(ddb, table, id, "META", Map.of("customer", text(customer), "turn_count", number(last)));
        for (int turn = first; turn <= last; turn++) {
            String speaker = turn % 2 == 1 ? "customer" : "assistant";
            String said = "Turn " + turn + " of " + customer + ". " + "What about this series? ".repeat(60);
            Map<String, AttributeValue> attributes = Map.of("speaker", text(speaker), "text", text(said));
            put(ddb, table, id, "TURN#%06d".formatted(turn), attributes);
        }
    }

    private static void summary(DynamoDbClient ddb, String table, String id, int number, String summary) {
        put(ddb, table, id, "SUMMARY#%06d".formatted(number), Map.of("text", text(summary)));
    }

    private static void put(
            DynamoDbClient ddb, String table, String id, String sortKey, Map<String, AttributeValue> attributes) {
        Map<String, AttributeValue> item = new HashMap<>(attributes);
        item.put("PK", text("SESSION#" + id));
        item.put("SK", text(sortKey));
        ddb.putItem(put -> put.tableName(table).item(item));
    }

    private static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }

    private static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }
}
