package dojo.session.dynamo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * How many bytes an item counts for, between two bounds: the size of a number is documented as approximate only.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html">AWS: item
 *     sizes</a>
 */
record ItemBytes(long atLeast, long atMost) {
    private static final int KILOBYTE = 1_024;
    private static final int CONTAINER = 3;
    private static final int ELEMENT = 1;

    static ItemBytes of(Map<String, AttributeValue> item) {
        ItemBytes sum = new ItemBytes(0, 0);
        for (var attribute : item.entrySet()) {
            sum = sum.plus(length(attribute.getKey())).plus(value(attribute.getValue()));
        }
        return sum;
    }

    /** Whether this item takes fewer started kilobytes than the other, wherever within their bounds both are. */
    boolean savesOver(ItemBytes other) {
        return units(atMost) < units(other.atLeast);
    }

    static long units(long bytes) {
        return (bytes + KILOBYTE - 1) / KILOBYTE;
    }

    /** The kinds of value that items of turns have. */
    private static ItemBytes value(AttributeValue value) {
        return switch (value.type()) {
            case S -> new ItemBytes(0, 0).plus(length(value.s()));
            case B -> new ItemBytes(0, 0).plus(value.b().asByteArrayUnsafe().length);
            case N -> new ItemBytes(1, value.n().length() / 2 + 3L);
            case M -> of(value.m()).plus(CONTAINER + (long) ELEMENT * value.m().size());
            default -> new ItemBytes(1, 1);
        };
    }

    private ItemBytes plus(long bytes) {
        return new ItemBytes(atLeast + bytes, atMost + bytes);
    }

    private ItemBytes plus(ItemBytes other) {
        return new ItemBytes(atLeast + other.atLeast, atMost + other.atMost);
    }

    private static long length(String text) {
        return text.getBytes(UTF_8).length;
    }
}
