package dojo.session.testkit;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Ids that nobody has used before, here or in an earlier run on the same store. */
final class Names {
    private static final String RUN = "kit-" + UUID.randomUUID().toString().substring(0, 8);
    private static final AtomicLong LAST = new AtomicLong();

    private Names() {}

    static String fresh() {
        return RUN + "-" + LAST.incrementAndGet();
    }
}
