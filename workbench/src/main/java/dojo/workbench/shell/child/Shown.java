package dojo.workbench.shell.child;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dojo.lab.door.WireJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The latest values of snippets that hold something of DynamoDB's, kept for the prompt to fetch. Thread-safe.
 *
 * <p>JShell's own way of telling values cuts them at some 20,000 characters, so it carries a ticket only.
 */
final class Shown {
    private static final int KEPT = 16;

    private final Map<Integer, Object> values = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Object> eldest) {
            return size() > KEPT;
        }
    };
    private int last;

    /** Keeps the value, and returns its number. */
    synchronized int keep(Object value) {
        values.put(++last, value);
        return last;
    }

    /** The value of that number, or the latest for 0; empty if it is no longer kept, or never was. */
    synchronized Optional<Object> value(int number) {
        return Optional.ofNullable(values.get(number == 0 ? last : number));
    }

    /** The value as DynamoDB speaks it, in one line. */
    static String wire(Object value) {
        if (value instanceof SdkPojo pojo) {
            return WireJson.of(pojo);
        } else if (value instanceof Optional<?> optional && optional.isPresent()) {
            return wire(optional.get());
        } else if (value instanceof List<?> list) {
            return list.stream().map(Shown::wire).collect(Collectors.joining(",", "[", "]"));
        }
        return value instanceof Map<?, ?> map ? item(map).toString() : "";
    }

    private static ObjectNode item(Map<?, ?> map) {
        Map<String, AttributeValue> item = new LinkedHashMap<>();
        map.forEach((name, attribute) -> put(item, name, attribute));
        return AttributeJson.whole().item(item);
    }

    private static void put(Map<String, AttributeValue> item, @Nullable Object name, @Nullable Object value) {
        if (name instanceof String text && value instanceof AttributeValue attribute) {
            item.put(text, attribute);
        }
    }
}
