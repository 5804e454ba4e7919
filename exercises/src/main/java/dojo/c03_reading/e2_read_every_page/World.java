package dojo.c03_reading.e2_read_every_page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Sessions as a support agent finds them: one long, one heavy, one in which a tool talked to itself. */
public final class World {
    private static final int LARGEST_BATCH = 25;

    private World() {}

    /** Stores s-42: 60 turns of about 250 bytes, of which Mina spoke 1 to 5 and 56 to 60; a tool spoke the rest. */
    public static void fill(DynamoDbClient ddb, String table) {
        session(ddb, table, "s-42", 60, 200, turn -> turn <= 5 || turn > 55);
    }

    /** Stores a session of META and turns; the customer speaks the chosen ones, a tool the others. */
    public static void session(
            DynamoDbClient ddb, String table, String id, int turns, int textBytes, IntPredicate customer) {
        List<WriteRequest> puts = new ArrayList<>();
        puts.add(put(id, "META", Map.of("customer", "Mina")));
        for (int number = 1; number <= turns; number++) {
            String speaker = customer.test(number) ? "customer" : "tool";
            String text = "Turn %06d. ".formatted(number);
            text = text + "x".repeat(Math.max(0, textBytes - text.length()));
            puts.add(put(id, "TURN#%06d".formatted(number), Map.of("speaker", speaker, "text", text)));
        }
        for (int from = 0; from < puts.size(); from += LARGEST_BATCH) {
            List<WriteRequest> batch = puts.subList(from, Math.min(from + LARGEST_BATCH, puts.size()));
            ddb.batchWriteItem(write -> write.requestItems(Map.of(table, batch)));
        }
    }

    private static WriteRequest put(String id, String sortKey, Map<String, String> attributes) {
        Map<String, AttributeValue> item = new HashMap<>();
        item.put("PK", AttributeValue.fromS("SESSION#" + id));
        item.put("SK", AttributeValue.fromS(sortKey));
        attributes.forEach((name, value) -> item.put(name, AttributeValue.fromS(value)));
        return WriteRequest.builder().putRequest(put -> put.item(item)).build();
    }
}
