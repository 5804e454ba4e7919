package dojo.c07_indexes.e8_model_the_session;

import dojo.lab.Lab;
import dojo.lab.junit.Growth;
import dojo.lab.junit.Seed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** One customer with one long chat, among other sessions and other people; of any size. */
record World(Model model, long seed) {
    static final String SESSION = "s-42";
    static final String CUSTOMER = "c-mina";
    static final int TURNS = 5;
    private static final int SESSIONS = 3;
    private static final long MONDAY = 1_795_000_000_000L;

    World(Model model, Seed seed) {
        this(model, seed.value());
    }

    /** Every access pattern, with the answer that it must give at each size. */
    Growth growth(Lab lab) {
        return Growth.of(lab, model::table, this::items)
                .pattern("one session", size -> chat(size).toString(), (ddb, table) -> session(ddb, table))
                .pattern("latest turns", World::latestPositions, (ddb, table) -> turns(ddb, table))
                .pattern("latest summary", size -> "[" + size + "]", (ddb, table) -> summary(ddb, table))
                .pattern("recent sessions", this::latestSessions, (ddb, table) -> sessions(ddb, table));
    }

    List<Map<String, AttributeValue>> items(int size) {
        Stream<Map<String, AttributeValue>> all = Stream.of(
                        customersSessions(size).stream().map(model::item),
                        others(size).map(model::item),
                        turns(size).map(model::item),
                        summaries(size).map(model::item))
                .flatMap(Function.identity());
        return all.toList();
    }

    /** Those that were opened first were used last, more or less. */
    List<Session> customersSessions(int size) {
        int count = SESSIONS + size;
        List<Session> sessions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long activeAt = MONDAY + 3_600_000L * (1 + (7L * i + 3 + seed) % count) + 1_000_000_000L;
            String id = i == 0 ? SESSION : "s-mina-" + i;
            sessions.add(new Session(id, Optional.of(CUSTOMER), MONDAY + 60_000L * i, activeAt));
        }
        return sessions;
    }

    private static Stream<Session> others(int size) {
        return IntStream.range(0, 2 + size).mapToObj(i -> {
            Optional<String> customer = i % 3 == 0 ? Optional.of("c-" + i) : Optional.empty();
            return new Session(i == 1 ? "s-4" : i == 2 ? "s-421" : "s-other-" + i, customer, MONDAY + i, MONDAY + i);
        });
    }

    /** A question and its answer are of one millisecond. */
    private static Stream<Turn> turns(int size) {
        Stream<Turn> chat = IntStream.rangeClosed(1, 6 * size).mapToObj(position -> turn(SESSION, position));
        return Stream.concat(chat, Stream.of(turn("s-4", 1), turn("s-421", 1)));
    }

    static Turn turn(String sessionId, int position) {
        return new Turn(sessionId, position, MONDAY + 1_000L * ((position + 1) / 2), "Is it in stock? ".repeat(20));
    }

    private static Stream<Summary> summaries(int size) {
        Stream<Summary> chat = IntStream.rangeClosed(1, size)
                .mapToObj(window -> new Summary(SESSION, window, "Mina looked for a present. ".repeat(12)));
        return Stream.concat(chat, Stream.of(new Summary("s-421", 9_999, "Somebody else's.")));
    }

    private Session chat(int size) {
        return customersSessions(size).get(0);
    }

    private static String latestPositions(int size) {
        return IntStream.range(0, TURNS).mapToObj(i -> 6 * size - i).toList().toString();
    }

    private String latestSessions(int size) {
        return customersSessions(size).stream()
                .sorted(Comparator.comparingLong(Session::activeAt).reversed())
                .limit(SESSIONS)
                .map(Session::id)
                .toList()
                .toString();
    }

    String session(DynamoDbClient ddb, String table) {
        List<Session> found = ask(ddb, table, query -> model.session(query, SESSION), Session::of, 2);
        return found.size() == 1 ? found.get(0).toString() : found.toString();
    }

    String turns(DynamoDbClient ddb, String table) {
        return turns(ddb, table, SESSION);
    }

    String turns(DynamoDbClient ddb, String table, String sessionId) {
        return ask(ddb, table, query -> model.latestTurns(query, sessionId, TURNS), Turn::of, 1_000).stream()
                .map(Turn::position)
                .toList()
                .toString();
    }

    String summary(DynamoDbClient ddb, String table) {
        return ask(ddb, table, query -> model.latestSummary(query, SESSION), Summary::of, 1).stream()
                .map(Summary::window)
                .toList()
                .toString();
    }

    String sessions(DynamoDbClient ddb, String table) {
        return ask(ddb, table, query -> model.recentSessions(query, CUSTOMER, SESSIONS), Session::of, SESSIONS).stream()
                .map(Session::id)
                .toList()
                .toString();
    }

    private static <T> List<T> ask(
            DynamoDbClient ddb,
            String table,
            Consumer<QueryRequest.Builder> declared,
            Function<Map<String, AttributeValue>, T> reader,
            int most) {
        QueryRequest.Builder query = QueryRequest.builder().tableName(table);
        declared.accept(query);
        return ddb.query(query.build()).items().stream().limit(most).map(reader).toList();
    }
}
