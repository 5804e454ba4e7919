package dojo.workbench.shell.child;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Items as a person reads them: grouped by partition key, one line each, keys whole, long values folded.
 *
 * <p>Strings stand in quotes and numbers do not, as the difference matters to DynamoDB.
 */
final class ItemText {
    static final String PARTITION_KEY = "PK";
    static final String SORT_KEY = "SK";
    private static final int MOST_ITEMS = 100;
    private static final int NARROW = 24;
    private static final int LONGEST_VALUE = 60;

    private final int width;
    private final List<String> lines = new ArrayList<>();

    private ItemText(int width) {
        this.width = width;
    }

    /** The items, fitted to {@code width} columns. */
    static List<String> items(List<Map<String, AttributeValue>> items, int width) {
        var text = new ItemText(width);
        int sortKeys = items.stream()
                .mapToInt(item -> key(item, SORT_KEY).orElse("").length())
                .max()
                .orElse(0);
        Optional<String> partition = Optional.empty();
        for (Map<String, AttributeValue> item : items.subList(0, Math.min(MOST_ITEMS, items.size()))) {
            Optional<String> own = key(item, PARTITION_KEY);
            if (!own.equals(partition)) {
                own.ifPresent(value -> text.lines.add(PARTITION_KEY + " = " + value));
                partition = own;
            }
            text.row(item, sortKeys);
        }
        if (items.size() > MOST_ITEMS) {
            text.lines.add("… and " + (items.size() - MOST_ITEMS) + " more items");
        }
        return List.copyOf(text.lines);
    }

    /** One item, an attribute a line, keys first. */
    static List<String> item(Map<String, AttributeValue> item, int width) {
        int names = item.keySet().stream().mapToInt(String::length).max().orElse(0);
        return item.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<String, AttributeValue> e) -> rank(e.getKey()))
                        .thenComparing(Map.Entry::getKey))
                .map(e -> "  " + e.getKey() + " ".repeat(names - e.getKey().length() + 2)
                        + (rank(e.getKey()) < 2
                                ? bare(e.getValue())
                                : value(e.getValue(), Math.max(NARROW, width - names - 4))))
                .toList();
    }

    /** A value in one line of at most {@code most} characters. */
    static String value(AttributeValue value, int most) {
        return switch (value.type()) {
            case S -> quoted(value.s(), most);
            case N -> value.n();
            case BOOL -> String.valueOf(value.bool());
            case NUL -> "NULL";
            case B -> "<" + value.b().asByteArrayUnsafe().length + " bytes>";
            case SS ->
                fold(value.ss().stream().map(s -> "\"" + s + "\"").collect(Collectors.joining(", ", "{", "}")), most);
            case NS -> fold(value.ns().stream().collect(Collectors.joining(", ", "{", "}")), most);
            case BS -> "{" + value.bs().size() + " binaries}";
            case L ->
                fold(value.l().stream().map(v -> value(v, most)).collect(Collectors.joining(", ", "[", "]")), most);
            case M -> fold(pairs(value.m(), most), most);
            case UNKNOWN_TO_SDK_VERSION -> "?";
        };
    }

    private static String pairs(Map<String, AttributeValue> map, int most) {
        return map.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(e -> e.getKey() + ": " + value(e.getValue(), most))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private void row(Map<String, AttributeValue> item, int sortKeys) {
        String sortKey = key(item, SORT_KEY).orElse("");
        String head = "  " + sortKey + " ".repeat(sortKeys - sortKey.length() + (sortKeys > 0 ? 2 : 0));
        List<Map.Entry<String, AttributeValue>> rest = item.entrySet().stream()
                .filter(e -> rank(e.getKey()) > 1)
                .sorted(Comparator.comparingInt((Map.Entry<String, AttributeValue> e) ->
                                value(e.getValue(), LONGEST_VALUE).length())
                        .thenComparing(Map.Entry::getKey))
                .toList();
        if (width - head.length() >= NARROW) {
            lines.add((head + attributes(rest, width - head.length())).stripTrailing());
        } else {
            lines.add(head.stripTrailing());
            if (!rest.isEmpty()) {
                lines.add("    " + attributes(rest, width - 4));
            }
        }
    }

    /** As many attributes as fit, the short ones first, then how many are not shown. */
    private static String attributes(List<Map.Entry<String, AttributeValue>> attributes, int room) {
        var text = new StringBuilder();
        for (int i = 0; i < attributes.size(); i++) {
            var attribute = attributes.get(i);
            boolean last = i == attributes.size() - 1;
            int left = room - text.length() - attribute.getKey().length() - 1 - (last ? 0 : "  +9".length());
            String value = value(attribute.getValue(), LONGEST_VALUE);
            if (value.length() > left && left >= 8) {
                value = value(attribute.getValue(), left);
            }
            if (value.length() > left) {
                return text + "+" + (attributes.size() - i);
            }
            text.append(attribute.getKey()).append('=').append(value).append("  ");
        }
        return text.toString().stripTrailing();
    }

    private static int rank(String name) {
        return name.equals(PARTITION_KEY) ? 0 : name.equals(SORT_KEY) ? 1 : 2;
    }

    private static Optional<String> key(Map<String, AttributeValue> item, String name) {
        return Optional.ofNullable(item.get(name)).map(ItemText::bare);
    }

    /** A key value whole and without quotes, so that it can be copied. */
    private static String bare(AttributeValue value) {
        return value.s() != null ? value.s() : value(value, Integer.MAX_VALUE);
    }

    private static String quoted(String text, int most) {
        String oneLine = text.replace('\n', ' ');
        return "\"" + fold(oneLine, Math.max(4, most - 2)) + "\"";
    }

    private static String fold(String text, int most) {
        return text.length() <= most ? text : text.substring(0, Math.max(1, most - 1)) + "…";
    }
}
