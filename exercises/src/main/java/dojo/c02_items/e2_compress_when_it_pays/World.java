package dojo.c02_items.e2_compress_when_it_pays;

import java.util.Map;
import java.util.Random;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What is said in such chats, and what two older programs have stored. */
public final class World {
    private static final String[] WORDS = ("parcel volume ninja reader order Kyoto stock copies printing shelf delivery"
                    + " morning question series chapter hero page answer shop letter")
            .split(" ");

    private World() {}

    /** Stores s-42 as it is today: turn 1 from the first year, turn 2 from the second. */
    public static void fill(DynamoDbClient ddb, String table) {
        older(ddb, table, "s-42", 1, "content", AttributeValue.fromS("Is the parcel on its way?"));
        older(ddb, table, "s-42", 2, "content_compressed", AttributeValue.fromB(Gzip.pack("Yes, since noon.")));
    }

    private static void older(
            DynamoDbClient ddb, String table, String sessionId, int position, String name, AttributeValue text) {
        Map<String, AttributeValue> item = new Turn("user", "", "none").withoutText(sessionId, position);
        item.put(name, text);
        ddb.putItem(put -> put.tableName(table).item(item));
    }

    /** A text of at least so many letters, with a word at its end; it shrinks to about a third. */
    public static String text(int letters, String lastWord) {
        Random random = new Random(letters);
        StringBuilder text = new StringBuilder();
        while (text.length() < letters) {
            text.append(WORDS[random.nextInt(WORDS.length)]).append(' ');
        }
        return text.append(lastWord).toString();
    }

    /** A turn with a text and so many letters of sources. */
    public static Turn turn(String text, int sources) {
        return new Turn("assistant", text, "s".repeat(sources));
    }
}
