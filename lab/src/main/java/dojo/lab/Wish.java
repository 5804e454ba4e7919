package dojo.lab;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Duration;
import java.time.format.DateTimeParseException;

/** The one thing that a body asks for, such as {@code {"advance":"PT3H"}}. */
record Wish(String name, String value, boolean isText) {

    private static final JsonFactory JSON = new JsonFactory();

    /** @throws IllegalArgumentException with a sentence, unless the body is an object with just this member */
    static Wish in(String body, String name, String example) {
        try (JsonParser json = JSON.createParser(body)) {
            if (json.nextToken() == JsonToken.START_OBJECT
                    && json.nextToken() == JsonToken.FIELD_NAME
                    && json.currentName().equals(name)
                    && json.nextToken().isScalarValue()) {
                Wish wish = new Wish(name, json.getText(), json.currentToken() == JsonToken.VALUE_STRING);
                if (json.nextToken() == JsonToken.END_OBJECT && json.nextToken() == null) {
                    return wish;
                }
            }
        } catch (IOException malformed) {
            // Falls through to the sentence.
        }
        throw new IllegalArgumentException("The body is not understood. Send " + example + ".");
    }

    /** @throws IllegalArgumentException with a sentence, unless it is a duration */
    Duration duration() {
        try {
            if (isText) {
                return Duration.parse(value);
            }
        } catch (DateTimeParseException notOne) {
            // Falls through to the sentence.
        }
        throw new IllegalArgumentException("\"" + name + "\" is '" + value
                + "', which is no duration. Give one like \"PT3H\" (three hours) or \"P2D\" (two days).");
    }

    /** @throws IllegalArgumentException with a sentence, unless it is true or false */
    boolean truth() {
        if (!isText && (value.equals("true") || value.equals("false"))) {
            return value.equals("true");
        }
        throw new IllegalArgumentException("\"" + name + "\" is '" + value + "'. Give true or false.");
    }
}
