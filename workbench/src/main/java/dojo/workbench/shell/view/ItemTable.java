package dojo.workbench.shell.view;

import com.fasterxml.jackson.databind.JsonNode;
import dojo.workbench.screen.Line;
import dojo.workbench.screen.Tone;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Items as a table: keys first and whole, then the attributes that most items have, as many as fit.
 *
 * <p>The type stands beside the name of a column, or beside each value where they differ. Where a table would not do,
 * there is none.
 */
final class ItemTable {
    static final int MOST_ROWS = 50;
    private static final int GAP = 2;
    private static final int NARROW = 60;
    private static final int NARROWEST = 8;

    private final List<JsonNode> items;
    private final List<String> keys;
    private final int width;

    private ItemTable(List<JsonNode> items, List<String> keys, int width) {
        this.items = items;
        this.keys = keys;
        this.width = width;
    }

    /** Empty if the screen is too narrow for these keys and one attribute. */
    static Optional<List<Line>> lines(List<JsonNode> items, List<String> keys, int width) {
        List<JsonNode> shown = items.subList(0, Math.min(MOST_ROWS, items.size()));
        return new ItemTable(shown, keys, width).lines();
    }

    private Optional<List<Line>> lines() {
        List<Column> all = columns();
        List<Column> keyColumns =
                all.stream().filter(column -> keys.contains(column.name())).toList();
        int room = width;
        var shown = new ArrayList<Column>();
        var widths = new ArrayList<Integer>();
        for (Column column : all) {
            int least = keyColumns.contains(column) ? column.natural() : column.least();
            int needed = least + (shown.isEmpty() ? 0 : GAP);
            if (needed <= room) {
                shown.add(column);
                widths.add(least);
                room -= needed;
            }
        }
        boolean keysFit = shown.containsAll(keyColumns);
        boolean nothingElse = shown.size() == keyColumns.size() && all.size() > shown.size();
        if (width < NARROW || !keysFit || nothingElse) {
            return Optional.empty();
        }
        spread(shown, widths, room);
        return Optional.of(drawn(shown, widths, all));
    }

    /** Gives what is left to the columns that could do with it, one by one. */
    private static void spread(List<Column> columns, List<Integer> widths, int room) {
        int left = room;
        boolean given = true;
        while (left > 0 && given) {
            given = false;
            for (int i = 0; i < columns.size() && left > 0; i++) {
                if (widths.get(i) < columns.get(i).natural()) {
                    widths.set(i, widths.get(i) + 1);
                    left--;
                    given = true;
                }
            }
        }
    }

    private List<Line> drawn(List<Column> columns, List<Integer> widths, List<Column> all) {
        var lines = new ArrayList<>(head(columns, widths));
        for (int row = 0; row < items.size(); row++) {
            lines.add(trimmed(row(row, columns, widths)));
        }
        lines.addAll(hidden(all.stream()
                .filter(column -> !columns.contains(column))
                .map(Column::name)
                .toList()));
        return lines;
    }

    private static List<Line> head(List<Column> columns, List<Integer> widths) {
        Line head = Line.EMPTY;
        Line rule = Line.EMPTY;
        for (int i = 0; i < columns.size(); i++) {
            head = head.and(gap(i)).and(columns.get(i).head(widths.get(i)));
            rule = rule.and(gap(i)).and(Tone.QUIET, "─".repeat(widths.get(i)));
        }
        return List.of(trimmed(head), rule);
    }

    private Line row(int row, List<Column> columns, List<Integer> widths) {
        Line line = Line.EMPTY;
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            line = line.and(gap(i)).and(column.tone(row, keys), column.cell(row, widths.get(i)));
        }
        return line;
    }

    private List<Line> hidden(List<String> names) {
        String listed = Fold.cut(String.join(", ", names), Math.max(NARROWEST, width - 40));
        return names.isEmpty()
                ? List.of()
                : Line.of(Tone.QUIET, "not shown for want of room: " + listed).wrap(width, 2);
    }

    private static String gap(int column) {
        return column == 0 ? "" : " ".repeat(GAP);
    }

    private static Line trimmed(Line line) {
        String text = line.text();
        int spare = text.length() - text.stripTrailing().length();
        if (spare == 0 || line.spans().isEmpty()) {
            return line;
        }
        Line trimmed = Line.EMPTY;
        int left = text.length() - spare;
        for (var span : line.spans()) {
            String piece = span.text().substring(0, Math.min(left, span.text().length()));
            trimmed = trimmed.and(span.tone(), piece);
            left -= piece.length();
        }
        return trimmed;
    }

    /** Keys, then the others: those that most items have first. */
    private List<Column> columns() {
        Map<String, Attribute[]> cells = new LinkedHashMap<>();
        keys.forEach(key -> cells.put(key, new Attribute[items.size()]));
        for (int row = 0; row < items.size(); row++) {
            for (var field : items.get(row).properties()) {
                cells.computeIfAbsent(field.getKey(), name -> new Attribute[items.size()])[row] =
                        Attribute.of(field.getValue());
            }
        }
        return cells.entrySet().stream()
                .map(e -> Column.of(e.getKey(), e.getValue()))
                .sorted(Comparator.comparingInt((Column column) -> rank(column.name()))
                        .thenComparing(Comparator.comparingLong(Column::count).reversed())
                        .thenComparing(Column::name))
                .toList();
    }

    private int rank(String name) {
        return keys.contains(name) ? keys.indexOf(name) : keys.size();
    }
}
