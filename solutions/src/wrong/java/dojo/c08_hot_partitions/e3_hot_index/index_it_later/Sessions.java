// Misconception: A write that is spread over two requests is half as hot.
// Held by: whoever takes the index out of the way of the customer by a second update
// Rejected by: a_session_is_opened_for_one_unit_of_the_table_and_one_of_the_index
package dojo.c08_hot_partitions.e3_hot_index;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;

/** Sessions by id, and by the day on which they were opened. */
public final class Sessions {
    private static final int SHARDS = 10;

    private final DynamoDbClient ddb;
    private final String table;

    public Sessions(DynamoDbClient ddb, String table) {
        this.ddb = ddb;
        this.table = table;
    }

    /** Stores a session that was just opened. */
    public void open(Session session) {
        LocalDate day = LocalDate.ofInstant(session.openedAt(), ZoneOffset.UTC);
        int shard = Math.floorMod(session.id().hashCode(), SHARDS);
        Map<String, AttributeValue> item = new HashMap<>(session.attributes());
        item.put("PK", AttributeValue.fromS("SESSION#" + session.id()));
        item.put("SK", AttributeValue.fromS("META"));
        ddb.putItem(put -> put.tableName(table).item(item));
        ddb.updateItem(update -> update.tableName(table)
                .key(Map.of("PK", item.get("PK"), "SK", item.get("SK")))
                .updateExpression("SET GSI1PK = :shard, GSI1SK = :time")
                .expressionAttributeValues(Map.of(
                        ":shard", AttributeValue.fromS("DAY#%s#%d".formatted(day, shard)),
                        ":time", AttributeValue.fromS(session.sortKey()))));
    }

    /** The session of this id. */
    public Optional<Session> find(String id) {
        GetItemResponse got = ddb.getItem(get -> get.tableName(table)
                .key(Map.of(
                        "PK", AttributeValue.fromS("SESSION#" + id),
                        "SK", AttributeValue.fromS("META"))));
        return got.hasItem() ? Optional.of(Session.of(got.item())) : Optional.empty();
    }

    /** For the nightly report: all sessions opened on a day, UTC, the first of the day first. */
    public List<Session> openedOn(LocalDate day) {
        return IntStream.range(0, SHARDS)
                .boxed()
                .flatMap(shard -> openedOn(day, shard))
                .sorted(Comparator.comparing(Session::sortKey))
                .toList();
    }

    private Stream<Session> openedOn(LocalDate day, int shard) {
        return ddb
                .queryPaginator(query -> query.tableName(table)
                        .indexName("GSI1")
                        .keyConditionExpression("GSI1PK = :shard")
                        .expressionAttributeValues(
                                Map.of(":shard", AttributeValue.fromS("DAY#%s#%d".formatted(day, shard)))))
                .items()
                .stream()
                .map(Session::of);
    }
}
