package dojo.lab.expiry;

import dojo.lab.law.Fidelity;
import dojo.lab.law.Fidelity.Level;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** When an item expires. */
final class Expiry {

    @Fidelity(
            level = Level.DOCUMENTED,
            says = "An item that expired more than five years ago is not deleted.",
            source =
                    "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/time-to-live-ttl-before-you-start.html",
            fact = "ttl.oldest",
            unit = "years")
    private static final int FORGOTTEN_AFTER_YEARS = 5;

    /** Later than this is never, and does not fit a clock: milliseconds taken for seconds are in the year 58,000. */
    private static final BigDecimal LATEST = BigDecimal.valueOf(Instant.MAX.getEpochSecond() / 2);

    private Expiry() {}

    /** The time in this attribute of the item, if it is a number: seconds since 1970. */
    @Fidelity(
            level = Level.DOCUMENTED,
            says = "Only a Number attribute in epoch seconds makes an item expire; any other type is ignored.",
            source = "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/TTL.html")
    @Fidelity(level = Level.OUR_MODEL, says = "Fractions of a second are cut off.")
    static Optional<Instant> of(Map<String, AttributeValue> item, String attribute) {
        @Nullable AttributeValue value = item.get(attribute);
        if (value == null || value.n() == null) {
            return Optional.empty();
        }
        BigDecimal seconds = new BigDecimal(value.n().strip());
        if (seconds.abs().compareTo(LATEST) > 0) {
            return Optional.empty();
        }
        return Optional.of(
                Instant.ofEpochSecond(seconds.setScale(0, RoundingMode.FLOOR).longValueExact()));
    }

    /** Whether it is so long ago that the service takes it for a mistake. */
    static boolean forgotten(Instant expiry, Instant now) {
        Instant limit =
                now.atOffset(ZoneOffset.UTC).minusYears(FORGOTTEN_AFTER_YEARS).toInstant();
        return expiry.isBefore(limit);
    }
}
