package dojo.c02_items.e1_one_item_or_many;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Chats of any length, stored by whatever Transcript is now. */
public final class World {
    private World() {}

    /** Stores s-42: twelve turns of 900 bytes. */
    public static void fill(DynamoDbClient ddb, String table) {
        chat(ddb, table, "s-42", 12, 900);
    }

    /** Stores the first turns of a chat, each with a text of so many bytes. */
    public static void chat(DynamoDbClient ddb, String table, String sessionId, int turns, int textBytes) {
        Transcript transcript = new Transcript(ddb, table);
        for (int position = 1; position <= turns; position++) {
            transcript.append(sessionId, position, turn(position, textBytes));
        }
    }

    /** The turn at a position; customer and assistant take turns. */
    public static Turn turn(int position, int textBytes) {
        String speaker = position % 2 == 1 ? "customer" : "assistant";
        return new Turn("r-" + position, speaker, "x".repeat(textBytes));
    }
}
