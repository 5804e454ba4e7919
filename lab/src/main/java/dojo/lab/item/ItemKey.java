package dojo.lab.item;

import java.math.BigDecimal;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Which item of which table. */
public record ItemKey(String table, Map<String, AttributeValue> attributes) {

    private static final int LONGEST = 80;

    /** The same text for every spelling of the same key: {@code 1.0} and {@code 1} are one number. */
    public String canonical() {
        StringBuilder text = new StringBuilder(TableShapes.name(table));
        new TreeMap<>(attributes).values().forEach(value -> text.append('\n').append(canonical(value)));
        return text.toString();
    }

    private static String canonical(@Nullable AttributeValue value) {
        if (value == null) {
            // No value at all: the store will say so.
            return "";
        }
        if (value.n() == null) {
            // A line break parts two values, so one inside a value is doubled: no two keys run into each other.
            return value.toString().replace("\n", "\n\n");
        }
        try {
            return new BigDecimal(value.n()).stripTrailingZeros().toString();
        } catch (NumberFormatException e) {
            // Not a number: the store will say so.
            return value.n();
        }
    }

    /** The key as a reader would say it: the table, then the values in the order of the key. */
    public String words() {
        return TableShapes.name(table) + " " + words(attributes);
    }

    /** The values of a key in its order, cut off where they get long. */
    public static String words(Map<String, AttributeValue> key) {
        String text = key.values().stream().map(ItemKey::words).collect(Collectors.joining(" "));
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    private static String words(AttributeValue value) {
        return switch (value.type()) {
            case S -> value.s();
            case N -> value.n();
            case B -> Base64.getEncoder().encodeToString(value.b().asByteArray());
            default -> value.toString();
        };
    }
}
