package dojo.exhibits.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.exhibits.Exhibit;
import dojo.exhibits.Plot;
import dojo.lab.Lab;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Expired items are deleted six hours late on average: our model, for AWS promises no bound. */
@WithLab(laws = """
                [expiry]
                average-lag = "6 h"
                """)
@WithTable(sortKey = "", timeToLive = "ttl")
class Tokens_02_TtlLetsTheExpiredIn {

    private static final int ISSUED = 20;
    private static final Duration HOUR = Duration.ofHours(1);

    @RegisterExtension
    static final Exhibit EXHIBIT =
            Exhibit.claiming("Whoever takes a stored token for a valid one lets expired ones in for hours; comparing"
                    + " the time on each check lets in none.");

    @Test
    void an_hour_after_expiry_most_tokens_are_stored_and_none_is_valid(Lab lab, LabTable table) {
        lab.clock().advance(HOUR.multipliedBy(2)); // time to live is at work
        var tokens = new Tokens(lab.client(), table.name());
        Instant expires = lab.clock().instant().plus(HOUR);
        for (int i = 0; i < ISSUED; i++) {
            tokens.issue("t-" + i, "c-" + i, expires);
        }

        lab.clock().advance(HOUR.multipliedBy(2));
        int stored = table.items().size();
        int accepted = 0;
        for (int i = 0; i < ISSUED; i++) {
            accepted += tokens.customerOf("t-" + i, lab.clock().instant()).isPresent() ? 1 : 0;
        }
        var waiting = Plot.lines("waiting")
                .titled(
                        "Expired, and still there",
                        "Expired tokens disappear over many hours, half of them in the first few and the last one long"
                                + " after. The check by time lets in none of them at any hour.",
                        "hours since they expired",
                        "tokens",
                        "still stored",
                        "let in by the check");
        int hours = 1;
        waiting.at(0, ISSUED, 0).at(hours, stored, accepted);
        while (!table.items().isEmpty()) {
            lab.clock().advance(HOUR);
            hours++;
            waiting.at(hours, table.items().size(), 0);
        }

        assertThat(stored).isGreaterThan(ISSUED / 2);
        assertThat(accepted).isZero();
        assertThat(hours).isGreaterThan(6);
        EXHIBIT.modelled(waiting);
        EXHIBIT.modelled("tokens", ISSUED);
        EXHIBIT.modelled("stored-an-hour-after-expiry", stored);
        EXHIBIT.modelled("accepted-by-the-check", accepted);
        EXHIBIT.modelled("hours-until-the-last-was-deleted", hours);
    }
}
