package dojo.lab.door;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;
import software.amazon.awssdk.utils.builder.Buildable;

/**
 * JSON as DynamoDB speaks it, to and from the SDK's own types.
 *
 * <p>Every type of the SDK describes its members by {@link SdkPojo#sdkFields()}; walking that description serves all
 * operations in both directions, so there is no class per operation here. Safe for use by many threads.
 */
final class JsonCodec {

    /** Larger than any request, so that the limits are the service's and not the parser's. */
    private static final int LONGEST = 64 << 20;

    // Attribute names come from callers without end: interning them would only fill the JVM's table of strings.
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNameLength(LONGEST)
                    .maxStringLength(LONGEST)
                    .build())
            .build();

    private static final String MODEL = "com.amazonaws.dynamodb.v20120810.";
    private static final String MISPLACED_MEMBER = "Unexpected value type in payload";

    private JsonCodec() {}

    /** The members of the object as a JSON object; members that were never set are left out. */
    static byte[] encode(SdkPojo object) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            writeObject(json, object);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The error as the service words it: a type, a message and the members that this error has of its own. */
    static byte[] encodeError(String type, Map.Entry<String, String> message, Optional<SdkPojo> members) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("__type", type);
            if (!message.getValue().isEmpty()) {
                json.writeStringField(message.getKey(), message.getValue());
            }
            if (members.isPresent()) {
                writeMembers(json, members.get());
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * Fills a builder from a JSON object and builds it; members that the type does not know are skipped.
     *
     * @throws JsonMismatch if a value has the wrong type
     * @throws IOException if the input is not JSON
     */
    static Object decode(byte[] input, SdkPojo builder) throws IOException {
        try (JsonParser json = JSON.createParser(input)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("The body is no JSON object.");
            }
            Object object = readObject(json, builder);
            if (json.nextToken() != null) {
                throw new IOException("Something follows the JSON object.");
            }
            return object;
        }
    }

    /** Whether the bytes are one JSON value and nothing else. */
    static boolean isJson(byte[] input) {
        try (JsonParser json = JSON.createParser(input)) {
            if (json.nextToken() == null) {
                return false;
            }
            json.skipChildren();
            return json.nextToken() == null;
        } catch (IOException malformed) {
            return false;
        }
    }

    private static void writeObject(JsonGenerator json, SdkPojo object) throws IOException {
        json.writeStartObject();
        writeMembers(json, object);
        json.writeEndObject();
    }

    private static void writeMembers(JsonGenerator json, SdkPojo object) throws IOException {
        for (SdkField<?> field : object.sdkFields()) {
            Object value = field.getValueOrDefault(object);
            if (value == null || value instanceof SdkAutoConstructList || value instanceof SdkAutoConstructMap) {
                continue;
            }
            json.writeFieldName(field.locationName());
            writeValue(json, field, value);
        }
    }

    private static void writeValue(JsonGenerator json, SdkField<?> type, Object value) throws IOException {
        switch (type.marshallingType().getKnownType()) {
            case STRING -> json.writeString((String) value);
            case BOOLEAN -> json.writeBoolean((Boolean) value);
            case INTEGER -> json.writeNumber((Integer) value);
            case LONG -> json.writeNumber((Long) value);
            case FLOAT -> json.writeNumber((Float) value);
            case DOUBLE -> json.writeNumber((Double) value);
            case BIG_DECIMAL -> json.writeNumber((java.math.BigDecimal) value);
            case INSTANT -> json.writeNumber(EpochSeconds.of((java.time.Instant) value));
            case SDK_BYTES -> json.writeBinary(((SdkBytes) value).asByteArrayUnsafe());
            case SDK_POJO -> writeObject(json, (SdkPojo) value);
            case LIST -> writeList(json, (List<?>) value, type.getRequiredTrait(ListTrait.class));
            case MAP -> writeMap(json, (Map<?, ?>) value, type.getRequiredTrait(MapTrait.class));
            default -> throw unsupported(type);
        }
    }

    private static void writeList(JsonGenerator json, List<?> list, ListTrait trait) throws IOException {
        json.writeStartArray();
        for (Object member : list) {
            writeValue(json, trait.memberFieldInfo(), member);
        }
        json.writeEndArray();
    }

    private static void writeMap(JsonGenerator json, Map<?, ?> map, MapTrait trait) throws IOException {
        json.writeStartObject();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            json.writeFieldName((String) entry.getKey());
            writeValue(json, trait.valueFieldInfo(), entry.getValue());
        }
        json.writeEndObject();
    }

    private static Object readObject(JsonParser json, SdkPojo builder) throws IOException {
        Map<String, SdkField<?>> fields = builder.sdkFieldNameToField();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            SdkField<?> field = fields.get(json.currentName());
            json.nextToken();
            if (field == null) {
                json.skipChildren();
            } else {
                field.set(builder, readValue(json, field, "Unexpected field type"));
            }
        }
        return ((Buildable) builder).build();
    }

    private static @Nullable Object readValue(JsonParser json, SdkField<?> type, String misplaced) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            return null;
        }
        return switch (type.marshallingType().getKnownType()) {
            case STRING -> JsonScalars.text(json);
            case BOOLEAN -> JsonScalars.truth(json);
            case INTEGER -> JsonScalars.integer(json);
            case LONG -> JsonScalars.longInteger(json);
            case FLOAT -> (float) JsonScalars.real(json);
            case DOUBLE -> JsonScalars.real(json);
            case BIG_DECIMAL -> JsonScalars.decimal(json);
            case INSTANT -> EpochSeconds.toInstant(JsonScalars.decimal(json));
            case SDK_BYTES -> JsonScalars.bytes(json);
            case SDK_POJO -> readStructure(json, type.constructor().get(), misplaced);
            case LIST -> readList(json, type.getRequiredTrait(ListTrait.class));
            case MAP -> readMap(json, type.getRequiredTrait(MapTrait.class));
            default -> throw unsupported(type);
        };
    }

    private static Object readStructure(JsonParser json, SdkPojo builder, String misplaced) throws IOException {
        if (json.currentToken() == JsonToken.START_ARRAY) {
            throw new JsonMismatch("Unrecognized collection type class " + MODEL
                    + builder.getClass().getEnclosingClass().getSimpleName());
        }
        expect(json, JsonToken.START_OBJECT, misplaced);
        return readObject(json, builder);
    }

    private static List<@Nullable Object> readList(JsonParser json, ListTrait trait) throws IOException {
        if (json.currentToken() == JsonToken.START_OBJECT) {
            throw new JsonMismatch("Start of structure or map found where not expected");
        }
        expect(json, JsonToken.START_ARRAY, "Unexpected field type");
        List<@Nullable Object> list = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            list.add(readValue(json, trait.memberFieldInfo(), MISPLACED_MEMBER));
        }
        return list;
    }

    private static Map<String, @Nullable Object> readMap(JsonParser json, MapTrait trait) throws IOException {
        if (json.currentToken() == JsonToken.START_ARRAY) {
            throw new JsonMismatch(
                    "Unrecognized collection type java.util.Map<java.lang.String, " + MODEL + "AttributeValue>");
        }
        expect(json, JsonToken.START_OBJECT, "Unexpected field type");
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String key = json.currentName();
            json.nextToken();
            map.put(key, readValue(json, trait.valueFieldInfo(), MISPLACED_MEMBER));
        }
        return map;
    }

    private static void expect(JsonParser json, JsonToken token, String otherwise) throws JsonMismatch {
        if (json.currentToken() != token) {
            throw new JsonMismatch(otherwise);
        }
    }

    private static UnsupportedOperationException unsupported(SdkField<?> type) {
        return new UnsupportedOperationException(
                "Member " + type.memberName() + " has a type the codec does not speak: " + type.marshallingType());
    }
}
