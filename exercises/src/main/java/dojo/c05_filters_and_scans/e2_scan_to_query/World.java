package dojo.c05_filters_and_scans.e2_scan_to_query;

import java.time.Instant;

/** A support desk with a past. */
public final class World {
    private static final Instant START = Instant.parse("2026-11-22T09:00:00Z");

    private World() {}

    /** Opens s-1, s-2 and so on; of each twenty, the second is about order 1138 and the seventh about order 113. */
    public static void fill(Sessions sessions, int count) {
        for (int number = 1; number <= count; number++) {
            sessions.open(session(number));
            if (number % 20 == 2) {
                sessions.concerns("s-" + number, "1138");
            } else if (number % 20 == 7) {
                sessions.concerns("s-" + number, "113");
            }
        }
    }

    /** The session with this number, of about 1 KB; the greater the number, the later it was opened. */
    public static Session session(int number) {
        return new Session("s-" + number, "c-" + number % 7, "n".repeat(900), START.plusMillis(500L * number));
    }
}
