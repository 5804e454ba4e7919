package dojo.exhibits.session;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The items of one session, as the write-up keys them. */
final class Items {

    static final String PK = "SESSION#s-42";

    private Items() {}

    static Map<String, AttributeValue> head(Instant expiry) {
        var head = new HashMap<>(item("META"));
        head.put("turn_count", fromN("0"));
        head.put("ttl", fromN(String.valueOf(expiry.getEpochSecond())));
        return head;
    }

    static Map<String, AttributeValue> turn(int number, Instant expiry) {
        var turn = new HashMap<>(item("TURN#%013d".formatted(1_763_800_000_000L + number)));
        turn.put("text", fromS("The first volume is in stock."));
        turn.put("ttl", fromN(String.valueOf(expiry.getEpochSecond())));
        return turn;
    }

    static Map<String, AttributeValue> summary() {
        return item("SUMMARY#w-1");
    }

    private static Map<String, AttributeValue> item(String sortKey) {
        return Map.of("PK", fromS(PK), "SK", fromS(sortKey));
    }
}
