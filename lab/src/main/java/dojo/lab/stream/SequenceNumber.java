package dojo.lab.stream;

import dojo.lab.law.Refusals;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Sequence numbers as text: 21 digits, the shortest that the service's own can be, so that text sorts like numbers. */
final class SequenceNumber {

    private static final Pattern OURS = Pattern.compile("1\\d{20}");
    private static final int SHORTEST = 21;

    private SequenceNumber() {}

    static String text(long number) {
        return String.format(Locale.ROOT, "1%020d", number);
    }

    /**
     * The number that the text is of.
     *
     * @throws software.amazon.awssdk.awscore.exception.AwsServiceException if there is no such number
     */
    static long of(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            throw Refusals.validation("One or more parameter values were invalid: Invalid SequenceNumber");
        }
        if (text.length() < SHORTEST) {
            throw Refusals.validation("1 validation error detected: Value '" + text
                    + "' at 'sequenceNumber' failed to satisfy constraint: Member must have length greater than or"
                    + " equal to 21");
        }
        // Two digits less than fit: no stream gets there, and none of them overflows.
        if (!OURS.matcher(text).matches() || text.charAt(1) != '0' || text.charAt(2) != '0') {
            throw invalid();
        }
        return Long.parseLong(text.substring(1));
    }

    static RuntimeException invalid() {
        return Refusals.validation("Invalid SequenceNumber for the shard");
    }
}
