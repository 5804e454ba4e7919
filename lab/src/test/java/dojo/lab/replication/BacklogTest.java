package dojo.lab.replication;

import static dojo.lab.replication.Sessions.item;
import static dojo.lab.replication.Sessions.key;
import static dojo.lab.replication.Sessions.s;
import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.item.Cause;
import dojo.lab.item.Change;
import dojo.lab.item.IndexShape;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class BacklogTest {

    private static final Replica INDEX = Replica.index("by-kind");

    private final Backlog backlog = new Backlog();
    private final IndexShape byKind =
            new IndexShape("by-kind", IndexShape.Kind.GLOBAL, List.of("kind"), List.of("kind"), Set.of());

    @Test
    void a_later_change_of_an_item_never_arrives_before_an_earlier_one() {
        change(1, Map.of(), item("s", "a", "kind", "one"), 200);
        change(2, item("s", "a", "kind", "one"), item("s", "a", "kind", "two"), 50);

        assertThat(images(100, "two")).containsOnly(Map.of());
        assertThat(backlog.behind("sessions", INDEX, at(100))).isEqualTo(Duration.ofMillis(100));
        assertThat(images(199, "two")).containsOnly(Map.of());
        assertThat(images(200, "two")).isEmpty();
        assertThat(backlog.isEmpty()).isTrue();
    }

    @Test
    void what_a_replica_knows_is_the_item_before_the_first_change_that_it_misses() {
        change(1, item("s", "a", "kind", "one"), item("s", "a", "kind", "two"), 50);
        change(2, item("s", "a", "kind", "two"), item("s", "a", "kind", "three"), 200);

        assertThat(images(49, "one")).containsExactly(item("s", "a", "kind", "one"));
        assertThat(images(50, "two")).containsExactly(item("s", "a", "kind", "two"));
        assertThat(images(50, "one")).isEmpty();
    }

    @Test
    void nothing_is_kept_once_it_is_everywhere() {
        for (int i = 1; i <= 1_000; i++) {
            change(i, Map.of(), item("s-" + i, "a", "kind", "one"), i);
        }

        assertThat(images(500, "one")).hasSize(500);
        assertThat(images(1_000, "one")).isEmpty();
        assertThat(backlog.isEmpty()).isTrue();
    }

    private void change(long sequence, Map<String, AttributeValue> before, Map<String, AttributeValue> after, int lag) {
        Map<String, AttributeValue> found = after.isEmpty() ? before : after;
        String partition = found.getOrDefault("PK", s("?")).s();
        Change change = new Change(sequence, at(0), "sessions", key(partition, "a"), before, after, Cause.CLIENT);
        backlog.add(change, partition, Map.of(INDEX, Duration.ofMillis(lag)), at(0));
    }

    private List<Map<String, AttributeValue>> images(int millis, String kind) {
        Scope scope = Scope.collection("sessions", Optional.of(byKind), Map.of("kind", s(kind)));
        return backlog.touches(scope, at(millis))
                ? List.copyOf(backlog.view(scope, INDEX, at(millis), at(millis))
                        .images()
                        .values())
                : List.of();
    }

    private static Instant at(int millis) {
        return Instant.EPOCH.plusMillis(millis);
    }
}
