package dojo.session.rivals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Short words for attribute values, so that the exhibits show their items and little else. */
final class Values {
    private Values() {}

    static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }

    static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }

    /** With leading zeros, because sort keys of type string are ordered by their bytes. */
    static String padded(long value) {
        return String.format(Locale.ROOT, "%020d", value);
    }

    /** An attribute that every item of this kind has. */
    static AttributeValue of(Map<String, AttributeValue> item, String name) {
        return Objects.requireNonNull(item.get(name), name);
    }

    static Map<String, AttributeValue> key(String partition, String sort) {
        return Map.of("PK", text(partition), "SK", text(sort));
    }

    /** The texts of items that came newest first, and after them the question. */
    static List<String> oldestFirst(Stream<String> newestFirst, Said... question) {
        List<String> texts = new ArrayList<>(newestFirst.toList());
        Collections.reverse(texts);
        for (Said said : question) {
            texts.add(said.text());
        }
        return texts;
    }
}
