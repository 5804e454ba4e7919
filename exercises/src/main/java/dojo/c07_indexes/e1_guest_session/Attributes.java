package dojo.c07_indexes.e1_guest_session;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Plain values as attribute values, translated as boto3 does it. */
public final class Attributes {
    private Attributes() {}

    /** A string, or an attribute of type NULL: an attribute that is there and says "nothing". */
    public static AttributeValue text(@Nullable String value) {
        return value == null ? AttributeValue.fromNul(true) : AttributeValue.fromS(value);
    }

    /** A number. */
    public static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }
}
