package dojo.exhibits.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.exhibits.Exhibit;
import dojo.lab.Lab;
import dojo.lab.bill.Bill;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@WithLab
@WithTable(sortKey = "", timeToLive = "ttl")
class Tokens_01_EachPatternIsOneKey {

    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final Instant LATER = NOW.plus(Duration.ofHours(8));

    @RegisterExtension
    static final Exhibit EXHIBIT =
            Exhibit.claiming("With one item a token, each of the four things done to a token is one request"
                    + " for one key, and a token that nobody issued costs as much to look up as one that exists.");

    @Test
    void a_token_is_issued_checked_renewed_and_revoked_for_a_unit_each(Lab lab, LabTable table) {
        var tokens = new Tokens(lab.client(), table.name());

        Bill issue = bill(lab, () -> tokens.issue("t-1", "c-9", LATER));
        Bill check = bill(lab, () -> assertThat(tokens.customerOf("t-1", NOW)).contains("c-9"));
        Bill miss = bill(lab, () -> assertThat(tokens.customerOf("t-2", NOW)).isEmpty());
        Bill renew = bill(
                lab,
                () -> assertThat(tokens.renew("t-1", NOW, LATER.plusSeconds(60)))
                        .isTrue());
        assertThat(tokens.renew("t-1", LATER.plusSeconds(60), LATER.plusSeconds(120)))
                .isFalse();
        Bill revoke = bill(lab, () -> tokens.revoke("t-1"));

        assertThat(tokens.customerOf("t-1", NOW)).isEmpty();
        assertThat(issue).isEqualTo(new Bill(1, 0, 1));
        assertThat(check).isEqualTo(new Bill(1, 1, 0)).isEqualTo(miss);
        assertThat(renew).isEqualTo(new Bill(1, 0, 1)).isEqualTo(revoke);
        EXHIBIT.byRule("write-units-of-issuing", issue.writeUnits());
        EXHIBIT.byRule("read-units-of-a-check", check.readUnits());
        EXHIBIT.byRule("read-units-of-a-miss", miss.readUnits());
        EXHIBIT.byRule("write-units-of-renewing", renew.writeUnits());
        EXHIBIT.byRule("write-units-of-revoking", revoke.writeUnits());
    }

    private static Bill bill(Lab lab, Runnable work) {
        int mark = lab.meter().mark();
        work.run();
        return lab.meter().billSince(mark);
    }
}
