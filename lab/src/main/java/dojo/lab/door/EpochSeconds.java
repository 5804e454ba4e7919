package dojo.lab.door;

import java.math.BigDecimal;
import java.time.Instant;

/** Points in time as the JSON protocol writes them: seconds since 1970, milliseconds behind the point. */
final class EpochSeconds {

    private EpochSeconds() {}

    static BigDecimal of(Instant instant) {
        return BigDecimal.valueOf(instant.toEpochMilli(), 3).stripTrailingZeros();
    }

    static Instant toInstant(BigDecimal seconds) {
        return Instant.ofEpochMilli(seconds.movePointRight(3).longValue());
    }
}
