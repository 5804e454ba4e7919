// Misconception: What the program has counted itself need not be read.
// Held by: static counters beside the stored ones; they begin at zero on each server and after each start
// Rejected by: a_server_that_was_just_started_knows_all_likes
package dojo.c08_hot_partitions.e6_one_hot_item;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The text on the front page about a series, and how many people like it; several servers have one of these each. */
public final class Spotlight {
    private static final int COPIES = 8;
    private static final Map<String, Long> LIKES = new ConcurrentHashMap<>();

    private final DynamoDbClient ddb;
    private final String table;
    private final RandomGenerator random;

    public Spotlight(DynamoDbClient ddb, String table, InstantSource clock, RandomGenerator random) {
        this.ddb = ddb;
        this.table = table;
        this.random = random;
    }

    /** Sets the text; likes stay. */
    public void publish(String series, String text) {
        for (int copy = 0; copy < COPIES; copy++) {
            Map<String, AttributeValue> key = key(series, copy, "TEXT");
            ddb.putItem(put -> put.tableName(table)
                    .item(Map.of("PK", key.get("PK"), "SK", key.get("SK"), "words", AttributeValue.fromS(text))));
        }
    }

    /** The text; at most a second older than the latest. */
    public Optional<String> read(String series) {
        int copy = random.nextInt(COPIES);
        Map<String, AttributeValue> item = ddb.getItem(
                        get -> get.tableName(table).key(key(series, copy, "TEXT")))
                .item();
        return Optional.ofNullable(item.get("words")).map(AttributeValue::s);
    }

    /** Counts one more person who likes it. */
    public void like(String series) {
        int counter = random.nextInt(COPIES);
        ddb.updateItem(update -> update.tableName(table)
                .key(key(series, counter, "LIKES"))
                .updateExpression("ADD likes :one")
                .expressionAttributeValues(Map.of(":one", AttributeValue.fromN("1"))));
        LIKES.merge(table + " " + series, 1L, Long::sum);
    }

    /** How many people like it. */
    public long likes(String series) {
        return LIKES.getOrDefault(table + " " + series, 0L);
    }

    private static Map<String, AttributeValue> key(String series, int copy, String sortKey) {
        return Map.of(
                "PK", AttributeValue.fromS("SERIES#%s#%d".formatted(series, copy)),
                "SK", AttributeValue.fromS(sortKey));
    }
}
