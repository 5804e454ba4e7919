package dojo.lab.door;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;
import software.amazon.awssdk.core.SdkBytes;

/**
 * Single values of a request; one of the wrong type is refused in the words of the service.
 *
 * @see <a href="https://github.com/architect/dynalite/blob/main/test/putItem.js">Those words, written down as tests</a>
 */
final class JsonScalars {

    private static final Set<String> TRUE = Set.of("TRUE", "YES", "1");
    private static final Set<String> FALSE = Set.of("FALSE", "NO", "0");

    private JsonScalars() {}

    static String text(JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.VALUE_STRING) {
            throw wrong(json, "String");
        }
        return json.getText();
    }

    static boolean truth(JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.VALUE_STRING) {
            if (json.currentToken().isBoolean()) {
                return json.getBooleanValue();
            }
            throw wrong(json, "Boolean");
        }
        String word = json.getText().toUpperCase(Locale.ROOT);
        if (!TRUE.contains(word) && !FALSE.contains(word)) {
            throw new JsonMismatch("Unexpected token received from parser");
        }
        return TRUE.contains(word);
    }

    static int integer(JsonParser json) throws IOException {
        return numeric(json, "Integer").getIntValue();
    }

    static long longInteger(JsonParser json) throws IOException {
        return numeric(json, "Long").getLongValue();
    }

    static double real(JsonParser json) throws IOException {
        return numeric(json, "Double").getDoubleValue();
    }

    static BigDecimal decimal(JsonParser json) throws IOException {
        return numeric(json, "Double").getDecimalValue();
    }

    static SdkBytes bytes(JsonParser json) throws IOException {
        switch (json.currentToken()) {
            case VALUE_STRING -> {
                return base64(json);
            }
            case START_ARRAY -> throw new JsonMismatch("Unrecognized collection type class java.nio.ByteBuffer");
            case START_OBJECT -> throw new JsonMismatch("Start of structure or map found where not expected");
            default -> throw new JsonMismatch("only base-64-encoded strings are convertible to bytes");
        }
    }

    private static SdkBytes base64(JsonParser json) throws IOException {
        if (json.getTextLength() % 4 != 0) {
            throw new JsonMismatch(
                    "Base64 encoded length is expected a multiple of 4 bytes but found: " + json.getTextLength());
        }
        try {
            return SdkBytes.fromByteArrayUnsafe(json.getBinaryValue());
        } catch (JsonParseException notBase64) {
            // The spelling is the service's.
            throw new JsonMismatch("Invalid last non-pad Base64 character dectected");
        }
    }

    private static JsonParser numeric(JsonParser json, String type) throws JsonMismatch {
        if (!json.currentToken().isNumeric()) {
            throw wrong(json, type);
        }
        return json;
    }

    private static JsonMismatch wrong(JsonParser json, String type) {
        return switch (json.currentToken()) {
            case START_ARRAY -> new JsonMismatch("Unrecognized collection type class java.lang." + type);
            case START_OBJECT -> new JsonMismatch("Start of structure or map found where not expected");
            case VALUE_TRUE -> cannotBe("TRUE_VALUE", type);
            case VALUE_FALSE -> cannotBe("FALSE_VALUE", type);
            case VALUE_STRING -> cannotBe("STRING_VALUE", type);
            case VALUE_NUMBER_FLOAT -> cannotBe("DECIMAL_VALUE", type);
            default -> cannotBe("NUMBER_VALUE", type);
        };
    }

    private static JsonMismatch cannotBe(String seen, String type) {
        return new JsonMismatch(seen + " cannot be converted to " + type);
    }
}
