package dojo.session.cache;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * How many bytes an item takes, near enough for a bound.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html">AWS: item
 *     sizes</a>
 */
final class Weight {
    /** What an entry costs besides its contents, so that empty answers have a price too. */
    private static final int ENTRY = 100;

    private Weight() {}

    static int of(Map<String, AttributeValue> item) {
        return capped(ENTRY + bytes(item));
    }

    static int of(List<Map<String, AttributeValue>> items) {
        return capped(ENTRY + items.stream().mapToLong(Weight::bytes).sum());
    }

    static int capped(long bytes) {
        return (int) Math.min(bytes, Integer.MAX_VALUE);
    }

    private static long bytes(Map<String, AttributeValue> item) {
        long sum = 0;
        for (var attribute : item.entrySet()) {
            sum += attribute.getKey().length() + bytes(attribute.getValue());
        }
        return sum;
    }

    private static long bytes(AttributeValue value) {
        return switch (value.type()) {
            case S -> value.s().getBytes(UTF_8).length;
            case N -> value.n().length();
            case B -> value.b().asByteArrayUnsafe().length;
            case M -> 3 + bytes(value.m());
            case L -> 3 + value.l().stream().mapToLong(Weight::bytes).sum();
            case SS -> 3 + value.ss().stream().mapToLong(String::length).sum();
            case NS -> 3 + value.ns().stream().mapToLong(String::length).sum();
            case BS ->
                3
                        + value.bs().stream()
                                .mapToLong(set -> set.asByteArrayUnsafe().length)
                                .sum();
            default -> 1;
        };
    }
}
