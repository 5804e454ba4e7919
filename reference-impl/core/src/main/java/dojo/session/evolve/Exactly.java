package dojo.session.evolve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The condition that an item is what was read, and the names and values that an expression about it needs.
 *
 * <p>Conditions cost nothing; they may hold 2 MB of values, an item holds 400 KB. Used by one thread.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html">AWS: expressions</a>
 */
final class Exactly {
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, AttributeValue> values = new HashMap<>();
    private final List<String> conditions = new ArrayList<>();

    /** All of it, keys aside; an empty item must be absent. */
    static Exactly item(Map<String, AttributeValue> item) {
        Exactly exactly = new Exactly();
        if (item.isEmpty()) {
            exactly.conditions.add("attribute_not_exists(PK)");
            return exactly;
        }
        exactly.conditions.add("attribute_exists(PK)");
        new TreeMap<>(item).forEach((attribute, value) -> {
            if (!attribute.equals("PK") && !attribute.equals("SK")) {
                exactly.conditions.add(exactly.name(attribute) + " = " + exactly.value(value));
            }
        });
        return exactly;
    }

    void absent(String name) {
        conditions.add("attribute_not_exists(" + name + ")");
    }

    String name(String attribute) {
        for (Map.Entry<String, String> known : names.entrySet()) {
            if (known.getValue().equals(attribute)) {
                return known.getKey();
            }
        }
        String alias = "#a" + names.size();
        names.put(alias, attribute);
        return alias;
    }

    String value(AttributeValue value) {
        String alias = ":v" + values.size();
        values.put(alias, value);
        return alias;
    }

    String condition() {
        return String.join(" AND ", conditions);
    }

    /** Null if there are none: DynamoDB refuses an empty map. */
    @org.jspecify.annotations.Nullable
    Map<String, String> names() {
        return names.isEmpty() ? null : names;
    }

    /** Null if there are none. */
    @org.jspecify.annotations.Nullable
    Map<String, AttributeValue> values() {
        return values.isEmpty() ? null : values;
    }
}
