package dojo.c08_hot_partitions.e1_find_the_hot_key;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ThrottlingException;

/** Twelve seconds of a morning: chats go on, chats are opened, and some of it is refused. */
public final class World {
    /** A partition takes 4 write units a second, a real one 1,000; table and index have 8 partitions each. */
    public static final String LAWS =
            """
            [capacity]
            partition-write-units = 4
            on-demand-write-units = 32
            """;

    private static final String[] CUSTOMERS = {"c-11", "c-12", "c-13", "c-14"};

    private World() {}

    /** Ten requests a second, each sent once. */
    public static void traffic(DynamoDbClient ddb, String table, Consumer<Duration> pass) {
        for (int i = 0; i < 120; i++) {
            try {
                request(ddb, table, i);
            } catch (ThrottlingException refused) {
                // The service that did this logged the name of the exception, and nothing else.
            }
            pass.accept(Duration.ofMillis(100));
        }
    }

    private static void request(DynamoDbClient ddb, String table, int i) {
        switch (i % 10) {
            case 0, 5 -> turn(ddb, table, "s-1", i);
            case 3 -> turn(ddb, table, "s-" + (2 + i / 10 % 6), i);
            case 8 -> opened(ddb, table, CUSTOMERS[i / 10 % CUSTOMERS.length], i);
            default -> opened(ddb, table, "c-77", i);
        }
    }

    /** A turn of a chat: in the table only. */
    private static void turn(DynamoDbClient ddb, String table, String session, int i) {
        put(ddb, table, session, "TURN#%06d".formatted(i), Map.of("text", AttributeValue.fromS("And volume " + i + "?")));
    }

    /** A new chat: in the table under its own id, in the index under its customer. */
    private static void opened(DynamoDbClient ddb, String table, String customer, int i) {
        Map<String, AttributeValue> attributes = Map.of(
                "GSI1PK", AttributeValue.fromS("CUSTOMER#" + customer),
                "GSI1SK", AttributeValue.fromN(Integer.toString(1_795_338_600 + i / 10)));
        put(ddb, table, "s-%d".formatted(1_000 + i), "META", attributes);
    }

    private static void put(
            DynamoDbClient ddb, String table, String session, String sortKey, Map<String, AttributeValue> attributes) {
        Map<String, AttributeValue> item = new HashMap<>(attributes);
        item.put("PK", AttributeValue.fromS("SESSION#" + session));
        item.put("SK", AttributeValue.fromS(sortKey));
        ddb.putItem(put -> put.tableName(table).item(item));
    }
}
