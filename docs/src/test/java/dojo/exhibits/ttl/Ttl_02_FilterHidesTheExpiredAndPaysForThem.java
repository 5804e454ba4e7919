package dojo.exhibits.ttl;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.exhibits.Exhibit;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@WithLab
@WithTable(timeToLive = "ttl")
class Ttl_02_FilterHidesTheExpiredAndPaysForThem {

    @RegisterExtension
    static final Exhibit EXHIBIT =
            Exhibit.claiming("A filter on the expiry time hides what has expired at once, and still reads it.");

    @Test
    void only_the_live_session_is_returned_though_both_are_read(LabTable table) {
        Instant now = Instant.now();
        var sessions = new Expiring(table.backstage(), table.name());
        table.put(Expiring.session("c-9", "s-old", now.minus(Duration.ofHours(3))));
        var live = Expiring.session("c-9", "s-new", now.plus(Duration.ofHours(5)));
        table.put(live);

        var found = sessions.live("c-9", now);

        assertThat(found.items()).containsExactly(live);
        assertThat(found.scannedCount()).isEqualTo(2);
        EXHIBIT.measured("items-read", found.scannedCount());
        EXHIBIT.measured("items-returned", found.count());
    }
}
