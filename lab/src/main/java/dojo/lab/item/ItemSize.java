package dojo.lab.item;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * How many bytes an item counts for: the names and the values of its attributes.
 *
 * <p>This is the size that read units, write units and the limit of 400 KB go by; the 100 bytes that storage billing
 * adds to each item are not part of it.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html">
 *     DynamoDB item sizes and formats</a>
 */
public final class ItemSize {

    private static final long CONTAINER = 3;
    private static final long ELEMENT = 1;
    private static final long LONGEST_NUMBER = 21;

    private ItemSize() {}

    /** The bytes of the whole item; 0 for an item that is not there. */
    public static long bytes(Map<String, AttributeValue> item) {
        return item.entrySet().stream()
                .mapToLong(attribute -> utf8(attribute.getKey()) + value(attribute.getValue()))
                .sum();
    }

    private static long value(AttributeValue value) {
        return switch (value.type()) {
            case S -> utf8(value.s());
            case N -> number(value.n());
            case B -> raw(value.b());
            case BOOL, NUL -> 1;
            case SS -> sum(value.ss(), ItemSize::utf8);
            case NS -> sum(value.ns(), ItemSize::number);
            case BS -> sum(value.bs(), ItemSize::raw);
            case L -> list(value.l());
            case M -> map(value.m());
            case UNKNOWN_TO_SDK_VERSION -> 0;
        };
    }

    private static long list(List<AttributeValue> elements) {
        return CONTAINER + sum(elements, element -> ELEMENT + value(element));
    }

    private static long map(Map<String, AttributeValue> entries) {
        return CONTAINER + ELEMENT * entries.size() + bytes(entries);
    }

    /**
     * An approximation, as the documentation itself calls its rule: a byte for two significant digits, and one more.
     *
     * <p>What the documentation leaves open is filled in as a public calculator and DynamoDB Local agree on it: digits
     * pair up from the decimal point ({@code 1.5} is 01 and 50), a negative number has a byte for its sign, zero is one
     * byte, and no number takes more than 21. Not compared with the service itself.
     *
     * @see <a href="https://github.com/zaccharles/dynamodb-calculator">DynamoDB item size calculator</a>
     */
    private static long number(String text) {
        BigDecimal number = new BigDecimal(text.strip()).stripTrailingZeros();
        if (number.signum() == 0) {
            return 1;
        }
        boolean halfPair = number.scale() % 2 != 0;
        int digits = number.precision() + (halfPair ? 1 : 0);
        long sign = number.signum() < 0 ? 1 : 0;
        return Math.min(LONGEST_NUMBER, (digits + 1) / 2 + 1 + sign);
    }

    private static long utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static long raw(SdkBytes bytes) {
        return bytes.asByteArrayUnsafe().length;
    }

    private static <T> long sum(Collection<T> parts, ToLongFunction<T> size) {
        return parts.stream().mapToLong(size).sum();
    }
}
