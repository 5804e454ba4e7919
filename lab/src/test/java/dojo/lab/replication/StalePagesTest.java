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
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ExecuteStatementResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

/**
 * Pages of two, while items come, change and go: every change takes exactly 100 ms to followers and indexes, so what a
 * read must show is known from the list of writes alone.
 */
class StalePagesTest {

    private static final Duration LAG = Duration.ofMillis(100);
    private static final int STEPS = 160;

    private final Sessions sessions = Sessions.under(Sessions.followersLag(100).indexLag(LAG, LAG));
    private final List<Written> writes = new ArrayList<>();

    private record Written(Instant at, String turn, Map<String, AttributeValue> item) {}

    @AfterEach
    void close() {
        sessions.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void pages_of_a_table_are_those_of_its_state_a_lag_ago(long seed) {
        pages(seed, session("s"), "SK", item -> true);
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5})
    void pages_of_a_local_index_are_those_of_its_state_a_lag_ago(long seed) {
        pages(seed, session("s").indexName("by-posted"), "posted", item -> item.containsKey("posted"));
    }

    @ParameterizedTest
    @ValueSource(longs = {6, 7})
    void pages_of_a_global_index_are_those_of_its_state_a_lag_ago(long seed) {
        pages(seed, byKind("user"), "posted", item -> s("user").equals(item.get("kind")) && item.containsKey("posted"));
    }

    /** Follows the pages in one direction, then in the other, with a filter every second time. */
    private void pages(
            long seed, QueryRequest.Builder query, String order, Predicate<Map<String, AttributeValue>> shown) {
        Random random = new Random(seed);
        Map<String, AttributeValue> from = Map.of();
        boolean forward = true;
        boolean filtered = false;
        int pages = 0;
        int longWays = 0;
        for (int step = 0; step < STEPS; step++) {
            write(random);
            sessions.pass(random.nextInt(40));
            QueryResponse page = sessions.ddb.query(request(query, filtered)
                    .exclusiveStartKey(from.isEmpty() ? null : from)
                    .scanIndexForward(forward)
                    .limit(2)
                    .build());
            List<Map<String, AttributeValue>> rest = expected(order, shown, forward, from);
            List<Map<String, AttributeValue>> read = rest.subList(0, Math.min(2, rest.size()));
            boolean onlyNew = filtered;
            assertThat(page.items())
                    .isEqualTo(read.stream()
                            .filter(item -> !onlyNew || s("new").equals(item.get("text")))
                            .toList());
            assertThat(page.scannedCount()).isEqualTo(read.size());
            from = page.lastEvaluatedKey();
            if (from.isEmpty()) {
                assertThat(rest).hasSizeLessThanOrEqualTo(2);
                longWays = Math.max(longWays, pages);
                pages = 0;
                forward = random.nextBoolean();
                filtered = random.nextBoolean();
            } else {
                assertThat(from).containsEntry("SK", read.get(1).get("SK"));
                pages++;
            }
        }
        // The test would mean little if no page had followed another.
        assertThat(longWays).isGreaterThanOrEqualTo(2);
        assertThat(sessions.trace()).hasSizeGreaterThan(STEPS / 4);
    }

    private static QueryRequest.Builder request(QueryRequest.Builder query, boolean filtered) {
        QueryRequest plain = query.build();
        if (!filtered) {
            return plain.toBuilder();
        }
        Map<String, AttributeValue> values = new HashMap<>(plain.expressionAttributeValues());
        values.put(":new", s("new"));
        return plain.toBuilder()
                .filterExpression("#t = :new")
                .expressionAttributeNames(Map.of("#t", "text"))
                .expressionAttributeValues(values);
    }

    @ParameterizedTest
    @ValueSource(longs = {8, 9})
    void a_scan_that_pages_over_a_still_follower_meets_each_item_once(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 15; round++) {
            for (int i = 0; i < 6; i++) {
                write(random);
                sessions.pass(random.nextInt(40));
            }
            List<Map<String, AttributeValue>> found = new ArrayList<>();
            Map<String, AttributeValue> from = Map.of();
            do {
                Map<String, AttributeValue> start = from;
                ScanResponse page = sessions.ddb.scan(
                        scan -> scan.tableName(TABLE).limit(2).exclusiveStartKey(start.isEmpty() ? null : start));
                found.addAll(page.items());
                from = page.lastEvaluatedKey();
            } while (!from.isEmpty());

            assertThat(found).containsExactlyInAnyOrderElementsOf(seen().values());
        }
    }

    @Test
    void a_partiql_select_goes_on_where_it_was_on_whichever_replica() {
        Random random = new Random(10);
        for (int i = 0; i < 30; i++) {
            write(random);
            sessions.pass(10);
        }
        List<Map<String, AttributeValue>> found = new ArrayList<>();
        String token = "";
        do {
            String start = token;
            ExecuteStatementResponse page = sessions.ddb.executeStatement(
                    execute -> execute.statement("SELECT * FROM \"sessions\" WHERE PK = 's'")
                            .limit(2)
                            .nextToken(start.isEmpty() ? null : start));
            found.addAll(page.items());
            token = page.nextToken() == null ? "" : page.nextToken();
        } while (!token.isEmpty());

        assertThat(found).containsExactlyElementsOf(seen().values());
    }

    private void write(Random random) {
        String turn = String.format("turn-%02d", random.nextInt(12));
        Map<String, AttributeValue> item = new HashMap<>(item("s", turn, "text", random.nextBoolean() ? "new" : "old"));
        if (random.nextInt(4) > 0) {
            item.put("kind", s(random.nextInt(4) > 0 ? "user" : "tool"));
        }
        if (random.nextInt(4) > 0) {
            // A sort key of its own for each item: the order of equal ones is nobody's promise.
            item.put("posted", s(random.nextInt(9) + turn));
        }
        if (random.nextInt(4) == 0) {
            item.clear();
            sessions.delete(key("s", turn));
        } else if (random.nextBoolean()) {
            sessions.put(item);
        } else {
            item.put("kind", s("user"));
            item.put("posted", s("5" + turn));
            item.put("text", s("new"));
            sessions.ddb.updateItem(update -> update.tableName(TABLE)
                    .key(key("s", turn))
                    .updateExpression("SET kind = :k, posted = :p, #t = :t")
                    .expressionAttributeNames(Map.of("#t", "text"))
                    .expressionAttributeValues(Map.of(":k", s("user"), ":p", s("5" + turn), ":t", s("new"))));
        }
        writes.add(new Written(sessions.lab.clock().instant(), turn, Map.copyOf(item)));
    }

    /** What a replica sees now: what there was a lag ago, by sort key. */
    private SortedMap<String, Map<String, AttributeValue>> seen() {
        Instant horizon = sessions.lab.clock().instant().minus(LAG);
        TreeMap<String, Map<String, AttributeValue>> state = new TreeMap<>();
        for (Written write : writes) {
            if (!write.at().isAfter(horizon)) {
                state.put(write.turn(), write.item());
            }
        }
        state.values().removeIf(Map::isEmpty);
        return state;
    }

    private List<Map<String, AttributeValue>> expected(
            String order,
            Predicate<Map<String, AttributeValue>> shown,
            boolean forward,
            Map<String, AttributeValue> from) {
        Comparator<Map<String, AttributeValue>> byOrder =
                Comparator.comparing(item -> item.getOrDefault(order, s("")).s());
        Comparator<Map<String, AttributeValue>> direction = forward ? byOrder : byOrder.reversed();
        return seen().values().stream()
                .filter(shown)
                .filter(item -> from.isEmpty() || direction.compare(item, from) > 0)
                .sorted(direction)
                .toList();
    }
}
