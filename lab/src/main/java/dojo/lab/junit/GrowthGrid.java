package dojo.lab.junit;

import dojo.lab.item.ItemSize;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;

/** Read units by access pattern and size, as a table, and what else the data showed. */
final class GrowthGrid {
    private static final int LARGE = 100 * 1024;

    private record Cell(double readUnits, boolean right) {}

    private final Map<String, List<Cell>> rows = new LinkedHashMap<>();
    private final List<Integer> items = new ArrayList<>();
    private final Map<String, List<Integer>> keys = new LinkedHashMap<>();
    private long largest;

    void asked(String pattern, double readUnits, boolean right) {
        rows.computeIfAbsent(pattern, name -> new ArrayList<>()).add(new Cell(readUnits, right));
    }

    void items(Design design) {
        items.add(design.items().size());
        design.items().forEach(item -> largest = Math.max(largest, ItemSize.bytes(item)));
        count("the table", partitionKey(design.shape().keySchema()), design);
        for (GlobalSecondaryIndex index : design.shape().globalSecondaryIndexes()) {
            count("the index " + index.indexName(), partitionKey(index.keySchema()), design);
        }
    }

    private void count(String what, String key, Design design) {
        List<AttributeValue> values = design.items().stream()
                .map(item -> item.get(key))
                .filter(Objects::nonNull)
                .toList();
        if (!values.isEmpty()) {
            keys.computeIfAbsent(what, name -> new ArrayList<>())
                    .add((int) values.stream().distinct().count());
        }
    }

    private static String partitionKey(List<KeySchemaElement> schema) {
        return schema.get(0).attributeName();
    }

    /** The patterns that cost more than twice as much at the largest size as at the smallest. */
    List<String> growing() {
        return rows.entrySet().stream()
                .filter(row -> grows(row.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean grows(List<Cell> cells) {
        return cells.get(cells.size() - 1).readUnits() > 2 * cells.get(0).readUnits();
    }

    private static String verdict(List<Cell> cells) {
        if (cells.stream().anyMatch(cell -> !cell.right())) {
            return "wrong";
        }
        return grows(cells) ? "grows" : "flat";
    }

    private List<String> hints() {
        List<String> hints = new ArrayList<>();
        if (largest > LARGE) {
            hints.add("hint: the largest item has " + largest / 1024 + " KB; every change is billed for all of it,");
            hints.add("      and at 400 KB the next one is refused.");
        }
        keys.forEach((what, distinct) -> {
            if (distinct.size() > 1 && distinct.get(distinct.size() - 1).equals(distinct.get(0))) {
                hints.add("hint: however much there is, " + what + " has " + distinct.get(0)
                        + (distinct.get(0) == 1 ? " partition key." : " partition keys."));
                hints.add("      One partition takes 1,000 write units a second.");
            }
        });
        return hints;
    }

    @Override
    public String toString() {
        int width = Math.max(
                10, rows.keySet().stream().mapToInt(String::length).max().orElse(0));
        List<String> lines = new ArrayList<>();
        lines.add(line(
                width,
                "read units",
                Growth.SIZES.stream().map(size -> size + "x").toList(),
                ""));
        rows.forEach((name, cells) -> lines.add(line(
                width, name, cells.stream().map(cell -> units(cell.readUnits())).toList(), verdict(cells))));
        lines.add(line(
                width,
                "items",
                items.stream()
                        .map(count -> String.format(Locale.ROOT, "%,d", count))
                        .toList(),
                ""));
        lines.addAll(hints());
        return lines.stream().map(String::stripTrailing).collect(Collectors.joining("\n"));
    }

    private static String line(int width, String name, List<String> cells, String verdict) {
        String row = cells.stream().map(cell -> String.format("%9s", cell)).collect(Collectors.joining());
        return String.format("%-" + width + "s%-27s   %s", name, row, verdict);
    }

    private static String units(double units) {
        return String.format(Locale.ROOT, "%,.1f", units);
    }
}
