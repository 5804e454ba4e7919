package dojo.c02_items.e1_one_item_or_many;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** One message; whoever made it gave it an id. */
public record Turn(String id, String role, String text) {
    /** The turn as attributes, under names of your choice. */
    public Map<String, AttributeValue> attributes(String idName, String roleName, String textName) {
        return Map.of(
                idName, AttributeValue.fromS(id),
                roleName, AttributeValue.fromS(role),
                textName, AttributeValue.fromS(text));
    }

    /** Reads a turn from attributes with these names; there may be others beside them. */
    public static Turn of(Map<String, AttributeValue> attributes, String idName, String roleName, String textName) {
        return new Turn(
                attributes.get(idName).s(),
                attributes.get(roleName).s(),
                attributes.get(textName).s());
    }

    /** Short, because failing checks print it. */
    @Override
    public String toString() {
        return id + " " + role + ", " + text.length() + " letters";
    }
}
