package dojo.c01_first_steps.e3_one_partition_many_items;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Mina's chat after many weeks, stored by whatever ChatLog is now. */
public final class World {
    private static final int TURNS = 3;

    private World() {}

    /** Stores s-42: META, and windows 1 to 12 with a summary and three turns of 1 KB each; 49 items. */
    public static void fill(DynamoDbClient ddb, String table) {
        ddb.putItem(put -> put.tableName(table)
                .item(Map.of(
                        "PK", AttributeValue.fromS("SESSION#s-42"),
                        "SK", AttributeValue.fromS("META"),
                        "customer", AttributeValue.fromS("Mina"))));
        for (int window = 1; window <= 12; window++) {
            window(ddb, table, "s-42", window, TURNS);
        }
    }

    /** Stores one window of a chat: its turns, then its summary. */
    public static void window(DynamoDbClient ddb, String table, String sessionId, int window, int turns) {
        ChatLog log = new ChatLog(ddb, table);
        for (int place = 1; place <= turns; place++) {
            log.append(sessionId, window, place, text("turn " + place + " of window " + window));
        }
        log.summarise(sessionId, window, text("summary of window " + window));
    }

    /** About a kilobyte that begins with what it is. */
    static String text(String what) {
        return what + ". " + "Panel by panel, page by page. ".repeat(31);
    }

    /** What these texts are, without the rest of them. */
    public static List<String> named(List<String> texts) {
        return texts.stream().map(text -> text.substring(0, text.indexOf('.'))).toList();
    }
}
