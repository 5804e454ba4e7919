package dojo.c07_indexes.e8_model_the_session;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What is known about a chat; guests have no customer.
 *
 * @param openedAt when it began, in milliseconds
 * @param activeAt when something was last said in it, in milliseconds
 */
public record Session(String id, Optional<String> customer, long openedAt, long activeAt) {
    /** Reads a session from an item. */
    public static Session of(Map<String, AttributeValue> item) {
        return new Session(
                item.get("session_id").s(),
                Optional.ofNullable(item.get("customer_id")).map(AttributeValue::s),
                Long.parseLong(item.get("opened_at").n()),
                Long.parseLong(item.get("active_at").n()));
    }

    /** The attributes, without keys: {@code customer_id} only if there is a customer. */
    public Map<String, AttributeValue> attributes() {
        Map<String, AttributeValue> attributes = new HashMap<>();
        attributes.put("session_id", AttributeValue.fromS(id));
        attributes.put("opened_at", AttributeValue.fromN(Long.toString(openedAt)));
        attributes.put("active_at", AttributeValue.fromN(Long.toString(activeAt)));
        customer.ifPresent(name -> attributes.put("customer_id", AttributeValue.fromS(name)));
        return attributes;
    }
}
