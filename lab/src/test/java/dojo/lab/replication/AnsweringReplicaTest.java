package dojo.lab.replication;

import static dojo.lab.replication.Sessions.TABLE;
import static dojo.lab.replication.Sessions.followersLag;
import static dojo.lab.replication.Sessions.item;
import static dojo.lab.replication.Sessions.key;
import static dojo.lab.replication.Sessions.s;
import static dojo.lab.replication.Sessions.session;
import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.bill.Bill;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/** Who answers an eventually consistent read, what it costs, and how that is told. */
class AnsweringReplicaTest extends FollowersScene {

    @Test
    void a_stale_read_is_billed_on_what_it_returned() {
        // 9,000 bytes and more are three times 4 KB: 1.5 units, read eventually; nothing there costs half a unit.
        // https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/read-write-operations.html
        String body = "x".repeat(9_000);
        sessions.put(item("s", "a", "body", body));
        sessions.pass(100);
        sessions.put(item("s", "a"));

        assertThat(readUnits(() -> sessions.eventual(key("s", "a")))).isEqualTo(1.5);
        assertThat(readUnits(() -> sessions.strong(key("s", "a")))).isEqualTo(1);
        assertThat(readUnits(() -> sessions.ddb.getItem(
                        get -> get.tableName(TABLE).key(key("s", "a")).projectionExpression("SK"))))
                .isEqualTo(1.5);
        assertThat(readUnits(
                        () -> sessions.ddb.query(session("s").select("COUNT").build())))
                .isEqualTo(1.5);
        var keys = KeysAndAttributes.builder().keys(List.of(key("s", "a"))).projectionExpression("SK");
        assertThat(readUnits(() -> sessions.ddb.batchGetItem(get -> get.requestItems(Map.of(TABLE, keys.build())))))
                .isEqualTo(1.5);
        sessions.pass(100);
        assertThat(readUnits(() -> sessions.eventual(key("s", "a")))).isEqualTo(0.5);
    }

    @Test
    void the_bill_reads_again_at_the_replica_that_answered() {
        // As above: 1.5 units for the old item, half a unit for the new one.
        try (Sessions others = Sessions.under(followersLag(100).leaderShare(0.5))) {
            List<Double> units = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                String session = "s-" + i;
                others.put(item(session, "a", "version", "old", "body", "x".repeat(9_000)));
                others.pass(100);
                others.put(item(session, "a", "version", "new"));
                int mark = others.lab.meter().mark();

                var found = others.ddb.query(
                        session(session).projectionExpression("version").build());

                double billed = others.lab.meter().billSince(mark).readUnits();
                assertThat(billed).isEqualTo(found.items().equals(List.of(Map.of("version", s("old")))) ? 1.5 : 0.5);
                units.add(billed);
            }
            assertThat(units).contains(0.5, 1.5);
        }
    }

    @Test
    void the_trace_says_why() {
        sessions.put(item("SESSION#42", "TURN#0007"));
        sessions.put(item("SESSION#42", "TURN#0008"));
        sessions.pass(37);

        sessions.eventual(key("SESSION#42", "TURN#0007"));
        sessions.ddb.query(session("SESSION#42").select("COUNT").build());

        assertThat(sessions.trace()).hasSize(2);
        assertThat(sessions.trace().get(0))
                .matches("stale: follower [12] is 100 ms behind for SESSION#42 TURN#0007, written 37 ms ago");
        assertThat(sessions.trace().get(1)).endsWith("; it misses 2 items in all");
    }

    @Test
    void reads_can_go_backwards() {
        ReplicationSettings wide = ReplicationSettings.none()
                .followerLag(Duration.ofMillis(50), Duration.ofSeconds(2))
                .leaderShare(1.0 / 3);
        try (Sessions others = Sessions.under(wide, 11)) {
            List<Boolean> seen = new ArrayList<>();
            others.put(item("s", "a"));
            for (int i = 0; i < 50; i++) {
                seen.add(!others.eventual(key("s", "a")).isEmpty());
                others.pass(1);
            }

            assertThat(String.valueOf(seen)).contains("true, false");
        }
    }

    @Test
    void the_leader_serves_a_third_of_eventual_reads_and_each_follower_another() {
        try (Sessions others = Sessions.under(followersLag(100).leaderShare(1.0 / 3))) {
            int fresh = 0;
            for (int i = 0; i < 300; i++) {
                others.put(item("s-" + i, "a"));
                fresh += others.eventual(key("s-" + i, "a")).isEmpty() ? 0 : 1;
            }

            // 300 draws at 1/3: 100 on average, 8.2 the standard deviation.
            assertThat(fresh).isBetween(65, 135);
            long first = others.trace().stream()
                    .filter(line -> line.contains("follower 1"))
                    .count();
            assertThat(first).isBetween(65L, 135L);
        }
    }

    @Test
    void what_was_written_backstage_is_everywhere_at_once() {
        sessions.put(item("s", "a", "text", "first"));

        sessions.lab.backstage().putItem(put -> put.tableName(TABLE).item(item("s", "a", "text", "second")));

        assertThat(sessions.eventual(key("s", "a"))).containsEntry("text", s("second"));
    }

    @Test
    void a_table_that_was_deleted_leaves_no_ghosts_in_one_of_the_same_name() {
        sessions.put(item("s", "a"));
        sessions.pass(100);
        sessions.delete(key("s", "a"));
        assertThat(sessions.sortKeys(session("s").build())).containsExactly("a");

        sessions.lab.backstage().deleteTable(delete -> delete.tableName(TABLE));
        sessions.lab.backstage().createTable(Sessions.definition());
        sessions.put(item("s", "b"));

        assertThat(sessions.sortKeys(session("s").build())).isEmpty();
        sessions.pass(100);
        assertThat(sessions.sortKeys(session("s").build())).containsExactly("b");
    }

    private double readUnits(Runnable work) {
        int mark = sessions.lab.meter().mark();
        work.run();
        Bill bill = sessions.lab.meter().billSince(mark);
        assertThat(bill.requests()).isEqualTo(1);
        return bill.readUnits();
    }
}
