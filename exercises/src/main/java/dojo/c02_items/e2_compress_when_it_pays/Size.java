package dojo.c02_items.e2_compress_when_it_pays;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What an item of strings and bytes weighs, as DynamoDB weighs it. */
public final class Size {
    private Size() {}

    /** Names and values: a string has its bytes in UTF-8, a Binary as many as it has. */
    public static int bytes(Map<String, AttributeValue> item) {
        return item.entrySet().stream()
                .mapToInt(attribute -> utf8(attribute.getKey()) + bytes(attribute.getValue()))
                .sum();
    }

    /** What a put of the new item is billed for: whole kilobytes. */
    public static int writeUnits(Map<String, AttributeValue> item) {
        return (bytes(item) + 1_023) / 1_024;
    }

    private static int bytes(AttributeValue value) {
        return value.s() != null ? utf8(value.s()) : value.b().asByteArray().length;
    }

    private static int utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
