package dojo.workbench.shell.child;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dojo.workbench.worker.Wire;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** A description of a result, as the prompt reads it: a caption, items or one item, and notes. */
final class Sheet {
    /** More than anybody reads, and few enough to send in a moment. */
    static final int MOST_ITEMS = 100;

    private final ObjectNode json = Wire.message();
    private final KeyNames keys;
    private final ArrayNode groups;
    private final ArrayNode notes;

    Sheet(String caption, KeyNames keys) {
        this.keys = keys;
        json.put("caption", caption);
        groups = json.putArray("groups");
        notes = json.putArray("notes");
    }

    /** Several items as a table, under a title of its own if it is not empty. */
    Sheet items(String title, List<Map<String, AttributeValue>> items) {
        ObjectNode group = groups.addObject().put("title", title).put("count", items.size());
        ArrayNode shown = group.putArray("items");
        items.stream().limit(MOST_ITEMS).map(AttributeJson.shown()::item).forEach(shown::add);
        ArrayNode names = group.putArray("keys");
        keys.of(items).forEach(names::add);
        return this;
    }

    /** One item, an attribute a line. */
    Sheet item(Map<String, AttributeValue> item) {
        json.set("item", AttributeJson.shown().item(item));
        ArrayNode names = json.putArray("keys");
        keys.of(List.of(item)).forEach(names::add);
        return this;
    }

    Sheet value(AttributeValue value) {
        json.set("value", AttributeJson.shown().value(value));
        return this;
    }

    Sheet lastKey(Map<String, AttributeValue> lastKey) {
        if (!lastKey.isEmpty()) {
            json.set("lastKey", AttributeJson.whole().item(lastKey));
        }
        return this;
    }

    Sheet table(TableDescription table) {
        json.set("table", TableJson.structure(table));
        return this;
    }

    /** A sentence below; nothing if it is empty. */
    Sheet note(String sentence) {
        if (!sentence.isEmpty()) {
            notes.add(sentence);
        }
        return this;
    }

    ObjectNode json() {
        return json;
    }

    /** {@code 1 item, after 50 items were read}. */
    static String counted(int items, int read) {
        return count(items, "item") + (read > items ? ", after " + count(read, "item") + " were read" : "");
    }

    static String count(int count, String name) {
        return String.format(Locale.ROOT, "%,d %s%s", count, name, count == 1 ? "" : "s");
    }
}
