package dojo.lab.replication;

import static dojo.lab.replication.Sessions.TABLE;
import static dojo.lab.replication.Sessions.byKind;
import static dojo.lab.replication.Sessions.followersLag;
import static dojo.lab.replication.Sessions.item;
import static dojo.lab.replication.Sessions.key;
import static dojo.lab.replication.Sessions.session;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ControlsTest {

    private final Sessions sessions = Sessions.under(ReplicationSettings.none().leaderShare(0));

    @AfterEach
    void close() {
        sessions.close();
    }

    @Test
    void this_key_lags_now_and_others_do_not() {
        sessions.law.lag(TABLE, key("s", "a"), Duration.ofSeconds(2));
        sessions.put(item("s", "a", "kind", "user", "posted", "1"));
        sessions.put(item("s", "b", "kind", "user", "posted", "2"));

        assertThat(sessions.sortKeys(session("s").build())).containsExactly("b");
        assertThat(sessions.sortKeys(byKind("user").build())).containsExactly("b");
        sessions.pass(1_999);
        assertThat(sessions.eventual(key("s", "a"))).isEmpty();
        assertThat(sessions.strong(key("s", "a"))).isNotEmpty();
        sessions.pass(1);
        assertThat(sessions.sortKeys(session("s").build())).containsExactly("a", "b");
        assertThat(sessions.sortKeys(byKind("user").build())).containsExactly("a", "b");
    }

    @Test
    void a_key_can_be_held_after_it_was_written_as_long_as_it_has_not_arrived() {
        try (Sessions slow = Sessions.under(followersLag(100))) {
            slow.put(item("s", "a"));
            slow.put(item("s", "b"));
            slow.pass(50);

            slow.law.lag(TABLE, key("s", "a"), Duration.ofSeconds(1));
            slow.law.lag(TABLE, key("s", "a"), Duration.ZERO);
            slow.pass(50);

            assertThat(slow.sortKeys(session("s").build())).containsExactly("b");
            slow.pass(950);
            assertThat(slow.sortKeys(session("s").build())).containsExactly("a", "b");
        }
    }

    @Test
    void what_has_arrived_stays_when_its_key_begins_to_lag() {
        sessions.put(item("s", "a", "kind", "first"));
        sessions.law.lag(TABLE, key("s", "a"), Duration.ofSeconds(1));
        sessions.put(item("s", "a", "kind", "second"));
        sessions.delete(key("s", "a"));

        assertThat(sessions.eventual(key("s", "a"))).isEqualTo(item("s", "a", "kind", "first"));
        sessions.pass(1_000);
        assertThat(sessions.eventual(key("s", "a"))).isEmpty();
    }

    @Test
    void a_pause_stops_followers_and_indexes_until_it_is_over() {
        sessions.put(item("s", "a", "kind", "user", "posted", "1"));
        sessions.law.pause();
        sessions.put(item("s", "b", "kind", "user", "posted", "2"));
        sessions.pass(3_600_000);

        assertThat(sessions.sortKeys(session("s").build())).containsExactly("a");
        assertThat(sessions.sortKeys(byKind("user").build())).containsExactly("a");
        assertThat(sessions.law.followersBehind(TABLE)).containsExactly(Duration.ofHours(1), Duration.ofHours(1));
        assertThat(sessions.law.indexesBehind(TABLE)).containsEntry("by-kind", Duration.ofHours(1));
        assertThat(sessions.trace())
                .contains("paused")
                .anyMatch(line -> line.matches("stale: follower [12] is paused and misses s b, written 3600 s ago"));

        sessions.law.resume();

        assertThat(sessions.sortKeys(session("s").build())).containsExactly("a", "b");
        assertThat(sessions.sortKeys(byKind("user").build())).containsExactly("a", "b");
        assertThat(sessions.law.followersBehind(TABLE)).containsExactly(Duration.ZERO, Duration.ZERO);
    }

    @Test
    void a_change_held_by_a_pause_still_takes_its_own_time() {
        try (Sessions slow = Sessions.under(followersLag(100))) {
            slow.law.pause();
            slow.put(item("s", "a"));
            slow.pass(30);
            slow.law.resume();

            slow.pass(69);
            assertThat(slow.eventual(key("s", "a"))).isEmpty();
            slow.pass(1);
            assertThat(slow.eventual(key("s", "a"))).isNotEmpty();
        }
    }

    @Test
    void nonsense_is_refused_in_a_sentence() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sessions.law.lag("sesions", key("s", "a"), Duration.ofSeconds(1)))
                .withMessageContaining("No item of the table 'sesions'", "there is no such table");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sessions.law.lag(TABLE, key("s", "a"), Duration.ofMillis(-1)))
                .withMessageContaining("PT-0.001S");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sessions.law.lagIndex(TABLE, "by-posted", Duration.ofSeconds(1)))
                .withMessageContaining("no global index by-posted")
                .withMessageContaining("by-kind");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReplicationSettings.real().leaderShare(1.5))
                .withMessageContaining("1.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReplicationSettings.real().followerLag(Duration.ofSeconds(2), Duration.ofSeconds(1)))
                .withMessageContaining("follower lag");
    }
}
