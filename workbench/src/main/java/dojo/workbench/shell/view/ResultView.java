package dojo.workbench.shell.view;

import com.fasterxml.jackson.databind.JsonNode;
import dojo.workbench.screen.Line;
import dojo.workbench.screen.Tone;
import java.util.ArrayList;
import java.util.List;

/** A result of DynamoDB, as the process of the snippets describes it. Pure. */
public final class ResultView {
    private static final int MOST_SHEETS = 20;

    private ResultView() {}

    /** The value of a snippet: the name of its variable, what it is, and what is in it. */
    public static List<Line> named(String name, JsonNode value, int width) {
        Line head = Line.of(Tone.QUIET, name + " = ").and(value.path("caption").asText());
        if (value.has("value")) {
            Attribute attribute = Attribute.of(value.get("value"));
            head = head.and(Tone.QUIET, attribute.type() + " ").and(Fold.cut(attribute.text(), 2 * width));
        }
        var lines = new ArrayList<>(head.wrap(width, 2));
        lines.addAll(body(value, width));
        return lines;
    }

    /** What is in it. */
    public static List<Line> body(JsonNode value, int width) {
        var lines = new ArrayList<Line>();
        for (JsonNode group : value.path("groups")) {
            String title = group.path("title").asText();
            if (!title.isEmpty()) {
                lines.add(Line.of(Tone.TITLE, title));
            }
            lines.addAll(items(group, width));
        }
        if (value.has("item")) {
            lines.addAll(ItemSheet.lines(value.get("item"), texts(value.path("keys")), width));
        }
        if (value.has("table")) {
            lines.addAll(TableView.structure(value.get("table"), width));
        }
        if (value.has("lastKey")) {
            lines.add(Line.of(Tone.NOTE, "more may follow; lastEvaluatedKey:"));
            lines.addAll(ItemSheet.lines(value.get("lastKey"), List.of(), width));
        }
        value.path("notes")
                .forEach(note -> lines.addAll(Line.of(Tone.NOTE, note.asText()).wrap(width, 2)));
        return lines;
    }

    private static List<Line> items(JsonNode group, int width) {
        var items = new ArrayList<JsonNode>();
        group.path("items").forEach(items::add);
        List<String> keys = texts(group.path("keys"));
        var lines = new ArrayList<Line>();
        int shown = Math.min(ItemTable.MOST_ROWS, items.size());
        if (items.size() > 1) {
            var table = ItemTable.lines(items, keys, width);
            if (table.isPresent()) {
                lines.addAll(table.get());
            } else {
                shown = Math.min(MOST_SHEETS, items.size());
                sheets(items.subList(0, shown), keys, width, lines);
            }
        } else {
            sheets(items, keys, width, lines);
        }
        int more = group.path("count").asInt() - shown;
        if (more > 0) {
            lines.add(Line.of(
                    Tone.QUIET, "and " + more + (more == 1 ? " more item" : " more items") + "; /json shows all"));
        }
        return lines;
    }

    /** One attribute a line, with a blank line between items. */
    private static void sheets(List<JsonNode> items, List<String> keys, int width, List<Line> lines) {
        for (int i = 0; i < items.size(); i++) {
            if (i > 0) {
                lines.add(Line.EMPTY);
            }
            lines.addAll(ItemSheet.lines(items.get(i), keys, width));
        }
    }

    private static List<String> texts(JsonNode array) {
        var texts = new ArrayList<String>();
        array.forEach(element -> texts.add(element.asText()));
        return texts;
    }
}
