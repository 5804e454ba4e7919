package dojo.workbench.shell.view;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dojo.workbench.screen.Line;
import dojo.workbench.screen.Tone;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** DynamoDB's own JSON, an attribute a line where it fits. Pure. */
public final class JsonView {
    private static final int MOST_LINES = 5_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final int width;
    private final List<Line> lines = new ArrayList<>();

    private JsonView(int width) {
        this.width = width;
    }

    /**
     * The JSON in lines; what holds a longer text is wider than the screen, as it could not be copied otherwise.
     *
     * @param name of the variable that holds the value; may be empty
     * @param json in one line; nothing is shown if it is empty
     */
    public static List<Line> lines(String name, String json, int width) {
        if (json.isEmpty()) {
            return List.of();
        }
        var view = new JsonView(width);
        try {
            view.add(name.isEmpty() ? "" : name + " = ", JSON.readTree(json), "", 0);
        } catch (JsonProcessingException e) {
            return List.of(Line.of(json));
        }
        if (view.lines.size() > MOST_LINES) {
            int more = view.lines.size() - MOST_LINES;
            view.lines.subList(MOST_LINES, view.lines.size()).clear();
            view.lines.add(Line.of(Tone.QUIET, "and " + Sizes.number(more) + " more lines"));
        }
        return view.lines;
    }

    private void add(String before, JsonNode node, String after, int depth) {
        String indent = "  ".repeat(depth);
        String whole = indent + before + spaced(node) + after;
        if (!node.isContainerNode() || node.isEmpty() || Fold.columns(whole) <= width) {
            lines.add(Line.of(whole));
            return;
        }
        boolean array = node.isArray();
        lines.add(Line.of(indent + before + (array ? "[" : "{")));
        if (array) {
            for (Iterator<JsonNode> all = node.elements(); all.hasNext(); ) {
                JsonNode element = all.next();
                add("", element, all.hasNext() ? "," : "", depth + 1);
            }
        } else {
            for (var all = node.properties().iterator(); all.hasNext(); ) {
                Map.Entry<String, JsonNode> field = all.next();
                add(quoted(field.getKey()) + ": ", field.getValue(), all.hasNext() ? "," : "", depth + 1);
            }
        }
        lines.add(Line.of(indent + (array ? "]" : "}") + after));
    }

    /** In one line, with a space behind each comma and colon. */
    private static String spaced(JsonNode node) {
        if (node.isArray()) {
            var parts = new ArrayList<String>();
            node.forEach(element -> parts.add(spaced(element)));
            return "[" + String.join(", ", parts) + "]";
        } else if (node.isObject()) {
            var parts = new ArrayList<String>();
            node.properties().forEach(e -> parts.add(quoted(e.getKey()) + ": " + spaced(e.getValue())));
            return "{" + String.join(", ", parts) + "}";
        }
        return node.isTextual() ? quoted(node.asText()) : node.toString();
    }

    /** A JSON text; what could move the cursor is spelt out, as JSON allows. */
    private static String quoted(String text) {
        String json = JSON.getNodeFactory().textNode(text).toString();
        var safe = new StringBuilder();
        json.chars().forEach(c -> {
            if (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT) {
                safe.append(String.format(Locale.ROOT, "\\u%04x", c));
            } else {
                safe.append((char) c);
            }
        });
        return safe.toString();
    }
}
