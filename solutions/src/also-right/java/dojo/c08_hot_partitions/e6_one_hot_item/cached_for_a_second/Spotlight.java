// Idea: One text, and each server remembers it for less than a second: the staleness is stated, and no copy has to be
// kept.
package dojo.c08_hot_partitions.e6_one_hot_item;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The text on the front page about a series, and how many people like it; several servers have one of these each. */
public final class Spotlight {
    private static final int COPIES = 8;

    private final DynamoDbClient ddb;
    private final String table;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final Map<String, Cached> cache = new HashMap<>();

    private record Cached(Optional<String> text, Instant until) {}

    public Spotlight(DynamoDbClient ddb, String table, InstantSource clock, RandomGenerator random) {
        this.ddb = ddb;
        this.table = table;
        this.clock = clock;
        this.random = random;
    }

    /** Sets the text; likes stay. */
    public void publish(String series, String text) {
        Map<String, AttributeValue> key = key(series, 0, "TEXT");
        ddb.putItem(put -> put.tableName(table)
                .item(Map.of("PK", key.get("PK"), "SK", key.get("SK"), "words", AttributeValue.fromS(text))));
    }

    /** The text; at most a second older than the latest. */
    public Optional<String> read(String series) {
        Cached known = cache.get(series);
        if (known == null || !clock.instant().isBefore(known.until())) {
            Map<String, AttributeValue> item = ddb.getItem(
                            get -> get.tableName(table).key(key(series, 0, "TEXT")))
                    .item();
            known = new Cached(
                    Optional.ofNullable(item.get("words")).map(AttributeValue::s),
                    clock.instant().plusMillis(900));
            cache.put(series, known);
        }
        return known.text();
    }

    /** Counts one more person who likes it. */
    public void like(String series) {
        int counter = random.nextInt(COPIES);
        ddb.updateItem(update -> update.tableName(table)
                .key(key(series, counter, "LIKES"))
                .updateExpression("ADD likes :one")
                .expressionAttributeValues(Map.of(":one", AttributeValue.fromN("1"))));
    }

    /** How many people like it. */
    public long likes(String series) {
        long sum = 0;
        for (int counter = 0; counter < COPIES; counter++) {
            Map<String, AttributeValue> key = key(series, counter, "LIKES");
            Map<String, AttributeValue> item =
                    ddb.getItem(get -> get.tableName(table).key(key)).item();
            sum += item.containsKey("likes") ? Long.parseLong(item.get("likes").n()) : 0;
        }
        return sum;
    }

    private static Map<String, AttributeValue> key(String series, int copy, String sortKey) {
        return Map.of(
                "PK", AttributeValue.fromS("SERIES#%s#%d".formatted(series, copy)),
                "SK", AttributeValue.fromS(sortKey));
    }
}
