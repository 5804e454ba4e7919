package dojo.workbench.shell.child;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/** What a snippet's value shows at the prompt: items as items, everything else as Java shows it. */
final class ResultText {
    private ResultText() {}

    /** Several lines for a value that holds items; empty if the value's own text will do. */
    static Optional<String> of(@Nullable Object value, int width) {
        return Optional.ofNullable(value).flatMap(v -> lines(v, width)).map(lines -> String.join("\n", lines));
    }

    private static Optional<List<String>> lines(Object value, int width) {
        if (value instanceof QueryResponse r) {
            return Optional.of(page(r.items(), r.count(), r.scannedCount(), r.lastEvaluatedKey(), width));
        } else if (value instanceof ScanResponse r) {
            return Optional.of(page(r.items(), r.count(), r.scannedCount(), r.lastEvaluatedKey(), width));
        } else if (value instanceof GetItemResponse r) {
            return Optional.of(r.hasItem() ? titled("item", r.item(), width) : List.of("no such item"));
        } else if (value instanceof PutItemResponse r) {
            return Optional.of(written("written", "replaced", r.hasAttributes(), r.attributes(), width));
        } else if (value instanceof UpdateItemResponse r) {
            return Optional.of(written("written", "returned", r.hasAttributes(), r.attributes(), width));
        } else if (value instanceof DeleteItemResponse r) {
            return Optional.of(written("deleted", "it was", r.hasAttributes(), r.attributes(), width));
        } else if (value instanceof AttributeValue v) {
            return Optional.of(List.of(ItemText.value(v, 2_000)));
        } else if (value instanceof Map<?, ?> map) {
            return item(map).map(item -> titled("item", item, width));
        }
        return value instanceof List<?> list ? items(list).map(items -> counted(items, width)) : Optional.empty();
    }

    private static List<String> page(
            List<Map<String, AttributeValue>> items,
            @Nullable Integer count,
            @Nullable Integer scanned,
            Map<String, AttributeValue> lastKey,
            int width) {
        var lines = new ArrayList<String>();
        int counted = count == null ? items.size() : count;
        int read = scanned == null ? counted : scanned;
        lines.add(plural(counted) + (read > counted ? ", after " + plural(read) + " were read" : ""));
        lines.addAll(ItemText.items(items, width));
        if (!lastKey.isEmpty()) {
            lines.add("more may follow; lastEvaluatedKey:");
            lines.addAll(ItemText.item(lastKey, width));
        }
        return lines;
    }

    private static List<String> written(
            String done, String label, boolean has, Map<String, AttributeValue> attributes, int width) {
        return has ? titled(done + "; " + label, attributes, width) : List.of(done);
    }

    private static List<String> titled(String title, Map<String, AttributeValue> item, int width) {
        var lines = new ArrayList<>(List.of(title));
        lines.addAll(ItemText.item(item, width));
        return lines;
    }

    private static List<String> counted(List<Map<String, AttributeValue>> items, int width) {
        var lines = new ArrayList<>(List.of(plural(items.size())));
        lines.addAll(ItemText.items(items, width));
        return lines;
    }

    /** The map as an item, if that is what it is. */
    private static Optional<Map<String, AttributeValue>> item(Map<?, ?> map) {
        Map<String, AttributeValue> item = new java.util.LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (!(entry.getKey() instanceof String name) || !(entry.getValue() instanceof AttributeValue value)) {
                return Optional.empty();
            }
            item.put(name, value);
        }
        return item.isEmpty() ? Optional.empty() : Optional.of(item);
    }

    private static Optional<List<Map<String, AttributeValue>>> items(List<?> list) {
        var items = new ArrayList<Map<String, AttributeValue>>();
        for (Object element : list) {
            Optional<Map<String, AttributeValue>> item =
                    element instanceof Map<?, ?> map ? item(map) : Optional.empty();
            if (item.isEmpty()) {
                return Optional.empty();
            }
            items.add(item.get());
        }
        return items.isEmpty() ? Optional.empty() : Optional.of(items);
    }

    private static String plural(int items) {
        return items + (items == 1 ? " item" : " items");
    }
}
