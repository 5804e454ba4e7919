package dojo.session.rivals;

import static dojo.session.rivals.Values.key;
import static dojo.session.rivals.Values.number;
import static dojo.session.rivals.Values.padded;
import static dojo.session.rivals.Values.text;

import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * An item for each message at its millisecond, put without a condition, and the latest twenty read backwards: what most
 * samples do, and nothing is cheaper.
 *
 * <p>It has no META and no summary to load. Two messages of one millisecond are one, a retry is stored twice, and the
 * order is that of the writers' clocks.
 */
final class TimestampItems implements Rival {
    private static final int CONTEXT = 20;

    private final Place at;

    TimestampItems(Place at) {
        this.at = at;
    }

    @Override
    public void chat(Said question, Model model) {
        put(question);
        put(model.answer(at.latestTurns("SESSION#" + at.session(), CONTEXT)));
    }

    private void put(Said said) {
        Map<String, AttributeValue> item = new HashMap<>(key("SESSION#" + at.session(), "TURN#" + padded(at.millis())));
        item.put("message_id", text(said.id()));
        item.put("role", text(said.byUser() ? "user" : "assistant"));
        item.put("content", text(said.text()));
        item.put("ttl", number(at.tomorrow()));
        at.client().putItem(put -> put.tableName(at.table()).item(item));
    }
}
