package dojo.exhibits.prompts;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The first idea: one item for a prompt, overwritten when it changes, kept by its name for a minute. */
final class CachedByName {

    private static final Duration KEPT = Duration.ofMinutes(1);

    private record Kept(String text, Instant until) {}

    private final DynamoDbClient ddb;
    private final String table;
    private final InstantSource clock;
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();

    CachedByName(DynamoDbClient ddb, String table, InstantSource clock) {
        this.ddb = ddb;
        this.table = table;
        this.clock = clock;
    }

    void publish(String name, String text) {
        ddb.putItem(
                put -> put.tableName(table).item(Map.of("PK", fromS(name), "SK", fromS("TEXT"), "text", fromS(text))));
    }

    // tag::by-name[]
    String text(String name) {
        Instant now = clock.instant();
        return kept.compute(name, (key, known) -> {
                    boolean fresh = known != null && now.isBefore(known.until());
                    return fresh ? known : new Kept(read(name), now.plus(KEPT));
                })
                .text();
    }
    // end::by-name[]

    private String read(String name) {
        var key = Map.of("PK", fromS(name), "SK", fromS("TEXT"));
        var item = ddb.getItem(get -> get.tableName(table).key(key)).item();
        return Objects.requireNonNull(item.get("text"), name).s();
    }
}
