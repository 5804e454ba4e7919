package dojo.lab.replication;

import static dojo.lab.replication.Sessions.TABLE;
import static dojo.lab.replication.Sessions.byKind;
import static dojo.lab.replication.Sessions.item;
import static dojo.lab.replication.Sessions.key;
import static dojo.lab.replication.Sessions.s;
import static dojo.lab.replication.Sessions.session;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/** Random writes and reads under random lags: what was read must have been there a while ago, or now. */
class LagWindowTest {

    private static final int STEPS = 600;
    private static final Duration MEDIAN = Duration.ofMillis(20);
    private static final Duration TAIL = Duration.ofMillis(200);
    /** Six standard deviations: exp(6 ln(10) / 2.33) times 20 ms is 7.6 s, missed once in a billion draws. */
    private static final Duration LONGEST = Duration.ofSeconds(8);

    private record Version(Instant at, String text) {}

    private final Map<String, List<Version>> history = new HashMap<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void every_eventual_read_is_a_state_within_the_lag_and_every_strong_read_the_latest(long seed) {
        try (Sessions sessions = random(seed)) {
            Random random = new Random(seed);
            for (int step = 0; step < STEPS; step++) {
                String turn = "turn-" + random.nextInt(5);
                switch (random.nextInt(8)) {
                    case 0, 1 -> put(sessions, turn, "text-" + step);
                    case 2 -> delete(sessions, turn);
                    case 3 -> expectWithinLag(sessions, turn, sessions.eventual(key("s", turn)));
                    case 4 ->
                        expectAll(
                                sessions,
                                sessions.ddb.query(session("s").build()).items());
                    case 5 ->
                        expectAll(
                                sessions,
                                sessions.ddb.scan(scan -> scan.tableName(TABLE)).items());
                    case 6 ->
                        expectAll(
                                sessions,
                                sessions.ddb.query(byKind("user").build()).items());
                    default -> expectAll(sessions, batch(sessions));
                }
                assertThat(text(sessions.strong(key("s", turn)))).isEqualTo(latest(turn));
                sessions.pass(random.nextInt(25));
            }
            assertThat(sessions.trace()).hasSizeGreaterThan(STEPS / 10);
        }
    }

    @Test
    void once_the_lag_has_passed_everything_agrees_with_the_leader() {
        try (Sessions sessions = random(5)) {
            Random random = new Random(5);
            for (int step = 0; step < 300; step++) {
                String turn = "turn-" + random.nextInt(20);
                if (random.nextInt(4) == 0) {
                    delete(sessions, turn);
                } else {
                    put(sessions, turn, "text-" + step);
                }
                sessions.pass(random.nextInt(5));
            }
            sessions.lab.clock().advance(LONGEST);
            int told = sessions.trace().size();

            var strong = sessions.ddb
                    .query(session("s").consistentRead(true).build())
                    .items();
            for (int i = 0; i < 5; i++) {
                assertThat(sessions.ddb.query(session("s").build()).items()).isEqualTo(strong);
                assertThat(sessions.ddb.query(byKind("user").build()).items())
                        .containsExactlyInAnyOrderElementsOf(strong);
            }
            assertThat(sessions.trace()).hasSize(told);
            assertThat(sessions.law.followersBehind(TABLE)).containsOnly(Duration.ZERO);
            assertThat(sessions.law.indexesBehind(TABLE).values()).containsOnly(Duration.ZERO);
        }
    }

    @Test
    void the_same_seed_tells_the_same_story_and_another_seed_another() {
        assertThat(story(7)).isEqualTo(story(7)).isNotEqualTo(story(8));
    }

    private static List<String> story(long seed) {
        try (Sessions sessions = random(seed)) {
            List<String> story = new ArrayList<>();
            Random random = new Random(99);
            for (int step = 0; step < 300; step++) {
                String turn = "turn-" + random.nextInt(5);
                if (random.nextInt(3) == 0) {
                    sessions.put(item("s", turn, "kind", "user", "posted", turn, "text", "text-" + step));
                } else {
                    story.add(text(sessions.eventual(key("s", turn))));
                    story.add(sessions.sortKeys(byKind("user").build()).toString());
                }
                sessions.pass(random.nextInt(25));
            }
            sessions.lab.trace().lines().forEach(line -> story.add(line.toString()));
            return story;
        }
    }

    private static Sessions random(long seed) {
        return Sessions.under(
                ReplicationSettings.none().followerLag(MEDIAN, TAIL).indexLag(MEDIAN, TAIL), seed);
    }

    private static List<Map<String, AttributeValue>> batch(Sessions sessions) {
        List<Map<String, AttributeValue>> keys = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            keys.add(key("s", "turn-" + i));
        }
        return sessions.ddb
                .batchGetItem(get -> get.requestItems(
                        Map.of(TABLE, KeysAndAttributes.builder().keys(keys).build())))
                .responses()
                .getOrDefault(TABLE, List.of());
    }

    private void put(Sessions sessions, String turn, String text) {
        sessions.put(item("s", turn, "kind", "user", "posted", turn, "text", text));
        remember(sessions, turn, text);
    }

    private void delete(Sessions sessions, String turn) {
        sessions.delete(key("s", turn));
        remember(sessions, turn, "nothing");
    }

    private void remember(Sessions sessions, String turn, String text) {
        history.computeIfAbsent(turn, first -> new ArrayList<>())
                .add(new Version(sessions.lab.clock().instant(), text));
    }

    private void expectAll(Sessions sessions, List<Map<String, AttributeValue>> found) {
        Map<String, Map<String, AttributeValue>> byTurn = new HashMap<>();
        found.forEach(
                item -> assertThat(byTurn.put(Sessions.sortKey(item), item)).isNull());
        for (int i = 0; i < 5; i++) {
            expectWithinLag(sessions, "turn-" + i, byTurn.getOrDefault("turn-" + i, Map.of()));
        }
    }

    private void expectWithinLag(Sessions sessions, String turn, Map<String, AttributeValue> found) {
        Instant horizon = sessions.lab.clock().instant().minus(LONGEST);
        Set<String> possible = new LinkedHashSet<>(Set.of("nothing"));
        for (Version version : history.getOrDefault(turn, List.of())) {
            if (!version.at().isAfter(horizon)) {
                possible.clear();
            }
            possible.add(version.text());
        }
        assertThat(possible).contains(text(found));
    }

    private String latest(String turn) {
        List<Version> versions = history.getOrDefault(turn, List.of());
        return versions.isEmpty()
                ? "nothing"
                : versions.get(versions.size() - 1).text();
    }

    private static String text(Map<String, AttributeValue> item) {
        return item.isEmpty() ? "nothing" : item.getOrDefault("text", s("?")).s();
    }
}
