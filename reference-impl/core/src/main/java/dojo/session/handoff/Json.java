package dojo.session.handoff;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/**
 * Objects of texts, whole numbers, lists and objects, to their canonical form and back.
 *
 * <p>The canonical form is that of RFC 8785, for the values that occur here: names sorted by their UTF-16 code units, no
 * white space, and only what must be escaped is.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8785">RFC 8785: JSON canonicalization scheme</a>
 */
final class Json {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE)
            .build();

    private Json() {}

    static String canonical(Map<String, Object> object) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            write(object, json);
        }
        return text.toString();
    }

    private static void write(Object value, JsonGenerator json) {
        if (value instanceof Map<?, ?> object) {
            SortedMap<String, Object> sorted = new TreeMap<>();
            object.forEach((name, member) -> sorted.put((String) name, member));
            json.writeStartObject();
            sorted.forEach((name, member) -> {
                json.writeName(name);
                write(member, json);
            });
            json.writeEndObject();
        } else if (value instanceof List<?> list) {
            json.writeStartArray();
            list.forEach(member -> write(member, json));
            json.writeEndArray();
        } else if (value instanceof Long number) {
            json.writeNumber(number);
        } else {
            json.writeString((String) value);
        }
    }

    /** The object that is the whole text; empty if it is anything else. The parser's own words might quote content. */
    static Optional<Map<String, Object>> parse(String text) {
        try (JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            Map<String, Object> object = object(json);
            return json.nextToken() == null ? Optional.of(object) : Optional.empty();
        } catch (JacksonException | UnexpectedValue damaged) {
            return Optional.empty();
        }
    }

    private static Map<String, Object> object(JsonParser json) {
        Map<String, Object> object = new TreeMap<>();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            object.put(name, value(json, json.nextToken()));
        }
        return object;
    }

    private static Object value(JsonParser json, JsonToken first) {
        return switch (first) {
            case START_OBJECT -> object(json);
            case START_ARRAY -> list(json);
            case VALUE_STRING -> json.getString();
            case VALUE_NUMBER_INT -> json.getLongValue();
            default -> throw new UnexpectedValue();
        };
    }

    private static List<Object> list(JsonParser json) {
        List<Object> list = new ArrayList<>();
        for (JsonToken token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            list.add(value(json, token));
        }
        return list;
    }

    /** Neither text nor whole number nor list nor object: nothing that an export holds. */
    private static final class UnexpectedValue extends RuntimeException {
        private static final long serialVersionUID = 1;

        UnexpectedValue() {
            super("unexpected value", null, false, false);
        }
    }
}
