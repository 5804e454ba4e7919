package dojo.workbench.shell.view;

import com.fasterxml.jackson.databind.JsonNode;
import dojo.workbench.screen.Line;
import dojo.workbench.screen.Tone;
import java.util.ArrayList;
import java.util.List;

/** A table with its keys, its indexes and how much is in it. Pure. */
public final class TableView {
    private TableView() {}

    /** The answer of {@code /table}: structure, items, and that looking costs nothing. */
    public static List<Line> lines(JsonNode answer, int width) {
        JsonNode table = answer.path("table");
        var lines = new ArrayList<>(structure(table, width));
        if (table.path("items").asLong() == 0) {
            lines.addAll(Line.of("It is empty. ddb.putItem writes an item; /use ID takes a table that is filled.")
                    .wrap(width));
        } else {
            lines.add(Line.EMPTY);
            lines.addAll(ResultView.body(answer.path("value"), width));
        }
        boolean ours = answer.path("ours").asBoolean(true);
        lines.addAll(Line.of(
                        Tone.QUIET,
                        ours
                                ? "Looking here costs nothing: it is not on the bill."
                                : "Counts are DynamoDB's own, up to six hours old. Looking is not on the bill here, but the"
                                        + " endpoint may have one.")
                .wrap(width));
        return lines;
    }

    /** Keys and indexes, and counts where they are known. */
    static List<Line> structure(JsonNode table, int width) {
        var lines = new ArrayList<>(head(table).wrap(width, 2));
        lines.addAll(keys(table, "  keys   ").wrap(width, 9));
        table.path("indexes").forEach(index -> lines.addAll(index(index).wrap(width, 9)));
        add(lines, "  expiry ", table.path("timeToLive").asText(), width);
        add(lines, "  stream ", table.path("stream").asText(), width);
        return lines;
    }

    private static Line head(JsonNode table) {
        Line head = Line.of(Tone.TITLE, table.path("name").asText())
                .and("  " + table.path("throughput").asText())
                .and(Tone.NOTE, unlessActive("  ", table));
        return table.has("items")
                ? head.and(
                        Tone.QUIET,
                        "  " + items(table.path("items").asLong()) + ", "
                                + Sizes.bytes(table.path("bytes").asLong()))
                : head;
    }

    private static Line index(JsonNode index) {
        String count = index.has("items") ? ", " + items(index.path("items").asLong()) : "";
        return keys(index, "  index  ")
                .and("  " + index.path("name").asText())
                .and(
                        Tone.QUIET,
                        ", " + index.path("kind").asText() + ", "
                                + index.path("projection").asText())
                .and(Tone.QUIET, count)
                .and(Tone.NOTE, unlessActive(", ", index));
    }

    private static String unlessActive(String gap, JsonNode thing) {
        String status = thing.path("status").asText();
        return status.isEmpty() || status.equals("ACTIVE") ? "" : gap + status;
    }

    private static void add(List<Line> lines, String label, String text, int width) {
        if (!text.isEmpty()) {
            lines.addAll(Line.of(Tone.QUIET, label).and(text).wrap(width, 9));
        }
    }

    private static Line keys(JsonNode keyed, String label) {
        Line line = Line.of(Tone.QUIET, label);
        String gap = "";
        for (JsonNode key : keyed.path("keys")) {
            line = line.and(gap)
                    .and(Tone.CODE, key.path("name").asText())
                    .and(
                            Tone.QUIET,
                            " " + key.path("type").asText() + " "
                                    + key.path("role").asText());
            gap = ", ";
        }
        return line;
    }

    private static String items(long count) {
        return Sizes.number(count) + (count == 1 ? " item" : " items");
    }
}
