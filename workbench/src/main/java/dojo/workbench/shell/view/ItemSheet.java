package dojo.workbench.shell.view;

import com.fasterxml.jackson.databind.JsonNode;
import dojo.workbench.screen.Line;
import dojo.workbench.screen.Tone;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** One item, an attribute a line, with its type; what is inside maps and lists stands indented below them. */
final class ItemSheet {
    private static final int MOST_LINES = 200;
    private static final int MOST_ROWS = 4;
    private static final int LONGEST_NAME = 28;
    private static final int DEEPEST = 5;
    private static final int LEAST = 16;

    private final int width;
    private final List<Row> rows = new ArrayList<>();

    private ItemSheet(int width) {
        this.width = width;
    }

    /** @param nested whether what is inside stands on lines of its own */
    private record Row(String name, Attribute value, boolean key, boolean nested) {}

    static List<Line> lines(JsonNode item, List<String> keys, int width) {
        var sheet = new ItemSheet(width);
        var attributes = new ArrayList<>(item.properties());
        attributes.sort(Comparator.comparingInt((Map.Entry<String, JsonNode> e) -> rank(e.getKey(), keys))
                .thenComparing(Map.Entry::getKey));
        attributes.forEach(e -> sheet.add(e.getKey(), Attribute.of(e.getValue()), keys.contains(e.getKey()), 1));
        return sheet.drawn();
    }

    private static int rank(String name, List<String> keys) {
        return keys.contains(name) ? keys.indexOf(name) : keys.size();
    }

    private void add(String name, Attribute value, boolean key, int depth) {
        boolean nested = value.isNested() && depth < DEEPEST;
        rows.add(new Row("  ".repeat(depth) + Fold.printable(name), value, key, nested));
        if (nested) {
            value.parts().forEach(part -> add(part.getKey(), part.getValue(), false, depth + 1));
        }
    }

    private List<Line> drawn() {
        int names = rows.stream()
                .mapToInt(row -> Math.min(LONGEST_NAME, Fold.columns(row.name())))
                .max()
                .orElse(0);
        int types =
                rows.stream().mapToInt(row -> row.value().type().length()).max().orElse(0);
        names = Math.min(names, Math.max(8, width - types - LEAST - 2));
        var lines = new ArrayList<Line>();
        for (Row row : rows) {
            lines.addAll(row(row, names, types));
        }
        if (lines.size() > MOST_LINES) {
            int more = lines.size() - MOST_LINES;
            lines.subList(MOST_LINES, lines.size()).clear();
            lines.add(Line.of(Tone.QUIET, "  and " + more + " more lines; /json shows the item whole"));
        }
        return lines;
    }

    private List<Line> row(Row row, int names, int types) {
        String name = Fold.padded(Fold.cut(row.name(), names), names);
        String type = Fold.padded(row.value().type(), types);
        Line head = Line.of(row.key() ? Tone.CODE : Tone.TITLE, name).and(Tone.QUIET, " " + type + " ");
        int room = Math.max(LEAST, width - head.columns());
        if (row.nested()) {
            String size = row.value().content().size() + (row.value().content().size() == 1 ? " entry" : " entries");
            return List.of(head.and(Tone.QUIET, size));
        }
        List<String> texts =
                row.key() ? List.of(row.value().text()) : Fold.rows(row.value().text(), room, MOST_ROWS);
        var lines = new ArrayList<Line>();
        lines.add(head.and(row.key() ? Tone.CODE : Tone.PLAIN, texts.get(0)));
        texts.stream().skip(1).map(text -> Line.of(text).indent(head.columns())).forEach(lines::add);
        if (row.value().length() > 0) {
            lines.add(Line.of(Tone.QUIET, row.value().length() + " characters or bytes in all")
                    .indent(head.columns()));
        }
        return lines;
    }
}
