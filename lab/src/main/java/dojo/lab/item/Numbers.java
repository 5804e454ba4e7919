package dojo.lab.item;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Items in one spelling, so that equal items are equal: of the many ways to write a number the one that the store gives
 * back, and of the many orders of a set, which has none, the ascending one.
 */
final class Numbers {

    private Numbers() {}

    /** The same item; a copy only if it may hold a number or a set somewhere. */
    static Map<String, AttributeValue> normalised(Map<String, AttributeValue> item) {
        if (item.values().stream().noneMatch(Numbers::hasSpellings)) {
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
                AttributeValue.fromNs(
                        value.ns().stream().map(Numbers::plain).sorted().toList());
            case SS -> AttributeValue.fromSs(value.ss().stream().sorted().toList());
            case BS ->
                AttributeValue.fromBs(value.bs().stream()
                        .sorted(Comparator.comparing(SdkBytes::asByteArrayUnsafe, Arrays::compareUnsigned))
                        .toList());
            case L ->
                AttributeValue.fromL(value.l().stream().map(Numbers::normalised).toList());
            case M -> AttributeValue.fromM(normalised(value.m()));
            default -> value;
        };
    }

    private static boolean hasSpellings(AttributeValue value) {
        return switch (value.type()) {
            case N, NS, SS, BS, L, M -> true;
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
