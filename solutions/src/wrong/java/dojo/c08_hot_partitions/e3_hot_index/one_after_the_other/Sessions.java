// Misconception: Shards that are each in order are in order together.
// Held by: gathers that append result to result, as the query of a published lab does
// Rejected by: the_report_lists_the_sessions_of_a_day_in_their_order
package dojo.c08_hot_partitions.e3_hot_index;

import java.time.LocalDate;
import java.time.ZoneOffset;
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
        item.put("GSI1PK", AttributeValue.fromS("DAY#%s#%d".formatted(day, shard)));
        item.put("GSI1SK", AttributeValue.fromS(session.sortKey()));
        ddb.putItem(put -> put.tableName(table).item(item));
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
