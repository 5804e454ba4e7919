package dojo.lab.bill;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Values and texts cut down to what fits in a line of the bill. */
final class Brief {

    private static final int LONGEST_VALUE = 24;
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private Brief() {}

    /** Scalars as they are, long ones folded; of anything larger only its kind and how much is in it. */
    static String value(@Nullable AttributeValue value) {
        if (value == null) {
            return "null";
        }
        return switch (value.type()) {
            case S -> '"' + fold(value.s(), LONGEST_VALUE) + '"';
            case N -> value.n();
            case BOOL -> value.bool().toString();
            case NUL -> "NULL";
            case B -> "<" + value.b().asByteArrayUnsafe().length + " bytes>";
            case SS -> "<set of " + value.ss().size() + ">";
            case NS -> "<set of " + value.ns().size() + ">";
            case BS -> "<set of " + value.bs().size() + ">";
            case L -> "<list of " + value.l().size() + ">";
            case M -> "<map of " + value.m().size() + ">";
            case UNKNOWN_TO_SDK_VERSION -> "<unknown>";
        };
    }

    /** The text in one line, its end replaced by an ellipsis if it is longer than that. */
    static String fold(String text, int longest) {
        String line = SPACES.matcher(text).replaceAll(" ").strip();
        return line.length() <= longest ? line : line.substring(0, longest - 1) + "…";
    }

    /** So many of a thing, in words. */
    static String count(int number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }
}
