package dojo.c11_transactions.e1_first_turn_together;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The two items that make a new session. */
public final class Items {
    private Items() {}

    /** The META item of a session, with the id of the request that opened it. */
    public static Map<String, AttributeValue> meta(String sessionId, String requestId, int turnCount) {
        return Map.of(
                "PK", AttributeValue.fromS("SESSION#" + sessionId),
                "SK", AttributeValue.fromS("META"),
                "request_id", AttributeValue.fromS(requestId),
                "turn_count", AttributeValue.fromN(Integer.toString(turnCount)));
    }

    /** The first turn of a session. */
    public static Map<String, AttributeValue> firstTurn(String sessionId, Turn turn) {
        return Map.of(
                "PK", AttributeValue.fromS("SESSION#" + sessionId),
                "SK", AttributeValue.fromS("TURN#000000000001"),
                "response_id", AttributeValue.fromS(turn.responseId()),
                "role", AttributeValue.fromS(turn.role()),
                "content", AttributeValue.fromS(turn.content()));
    }

    /** A stored item in few words, because failing checks print it. */
    public static String brief(Map<String, AttributeValue> item) {
        return item.get("SK").s().equals("META")
                ? "META opened by %s, turns: %s"
                        .formatted(
                                item.get("request_id").s(),
                                item.get("turn_count").n())
                : "%s with %s"
                        .formatted(item.get("SK").s(), item.get("response_id").s());
    }
}
