package dojo.lab.item;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Items as the store spells them: of the many ways to write a number it keeps one. */
final class Numbers {

    private Numbers() {}

    /** The same item; a copy only if it holds a number somewhere. */
    static Map<String, AttributeValue> normalised(Map<String, AttributeValue> item) {
        if (item.values().stream().noneMatch(Numbers::mayHoldNumbers)) {
            return item;
        }
        Map<String, AttributeValue> spelt = new LinkedHashMap<>();
        item.forEach((name, value) -> spelt.put(name, normalised(value)));
        return spelt;
    }

    private static AttributeValue normalised(AttributeValue value) {
        return switch (value.type()) {
            case N -> AttributeValue.fromN(plain(value.n()));
            case NS ->
                AttributeValue.fromNs(value.ns().stream().map(Numbers::plain).toList());
            case L ->
                AttributeValue.fromL(value.l().stream().map(Numbers::normalised).toList());
            case M -> AttributeValue.fromM(normalised(value.m()));
            default -> value;
        };
    }

    private static boolean mayHoldNumbers(AttributeValue value) {
        return switch (value.type()) {
            case N, NS, L, M -> true;
            default -> false;
        };
    }

    /** Without exponent and without zeros that say nothing, as DynamoDB Local gives numbers back. */
    private static String plain(String number) {
        try {
            BigDecimal parsed = new BigDecimal(number.strip());
            return parsed.signum() == 0 ? "0" : parsed.stripTrailingZeros().toPlainString();
        } catch (NumberFormatException e) {
            // Not a number: the store will say so.
            return number;
        }
    }
}
