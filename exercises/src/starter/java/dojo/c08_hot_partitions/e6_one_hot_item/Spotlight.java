package dojo.c08_hot_partitions.e6_one_hot_item;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The text on the front page about a series, and how many people like it; several servers have one of these each. */
public final class Spotlight {
    private final DynamoDbClient ddb;
    private final String table;
    private final InstantSource clock;
    private final RandomGenerator random;

    public Spotlight(DynamoDbClient ddb, String table, InstantSource clock, RandomGenerator random) {
        this.ddb = ddb;
        this.table = table;
        this.clock = clock;
        this.random = random;
    }

    /** Sets the text; likes stay. */
    public void publish(String series, String text) {
        ddb.updateItem(update -> update.tableName(table)
                .key(key(series))
                .updateExpression("SET words = :words")
                .expressionAttributeValues(Map.of(":words", AttributeValue.fromS(text))));
    }

    /** The text; at most a second older than the latest. */
    public Optional<String> read(String series) {
        Map<String, AttributeValue> item =
                ddb.getItem(get -> get.tableName(table).key(key(series))).item();
        return Optional.ofNullable(item.get("words")).map(AttributeValue::s);
    }

    /** Counts one more person who likes it. */
    public void like(String series) {
        ddb.updateItem(update -> update.tableName(table)
                .key(key(series))
                .updateExpression("ADD likes :one")
                .expressionAttributeValues(Map.of(":one", AttributeValue.fromN("1"))));
    }

    /** How many people like it. */
    public long likes(String series) {
        Map<String, AttributeValue> item =
                ddb.getItem(get -> get.tableName(table).key(key(series))).item();
        return item.containsKey("likes") ? Long.parseLong(item.get("likes").n()) : 0;
    }

    private static Map<String, AttributeValue> key(String series) {
        return Map.of(
                "PK", AttributeValue.fromS("SERIES#" + series),
                "SK", AttributeValue.fromS("SPOTLIGHT"));
    }
}
