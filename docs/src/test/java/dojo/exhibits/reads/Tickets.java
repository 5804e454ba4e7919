package dojo.exhibits.reads;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A hundred tickets of one shop, five of them open. */
final class Tickets {

    static final int ALL = 100;
    static final int OPEN = 5;

    private static final String TEXT = "A customer asks where the parcel is; it was sent on time. ".repeat(3);

    private Tickets() {}

    /** The state is an ordinary attribute, so only a filter can ask for it. */
    static List<Map<String, AttributeValue>> stateAsAttribute(String shop) {
        return tickets(shop, false);
    }

    /** The state is the first word of the sort key, so the key condition can ask for it. */
    static List<Map<String, AttributeValue>> stateInKey(String shop) {
        return tickets(shop, true);
    }

    private static List<Map<String, AttributeValue>> tickets(String shop, boolean stateInKey) {
        return IntStream.range(0, ALL)
                .mapToObj(i -> {
                    String state = i % (ALL / OPEN) == 0 ? "open" : "done";
                    String word = stateInKey ? state.toUpperCase(Locale.ROOT) : "TICKET";
                    return Map.of(
                            "PK", fromS("SHOP#" + shop),
                            "SK", fromS("%s#%05d".formatted(word, i)),
                            "state", fromS(state),
                            "text", fromS(TEXT));
                })
                .toList();
    }
}
