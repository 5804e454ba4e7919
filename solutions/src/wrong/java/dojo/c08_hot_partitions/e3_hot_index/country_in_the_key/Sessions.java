// Misconception: Any attribute with several values spreads an index.
// Held by: designs that take an attribute which is at hand, such as a state, a type or a country
// Rejected by: eighty_sessions_in_two_seconds_are_all_opened
package dojo.c08_hot_partitions.e3_hot_index;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;

/** Sessions by id, and by the day on which they were opened. */
public final class Sessions {
    private static final List<String> COUNTRIES = List.of("DE", "FR", "JP", "US");

    private final DynamoDbClient ddb;
    private final String table;

    public Sessions(DynamoDbClient ddb, String table) {
        this.ddb = ddb;
        this.table = table;
    }

    /** Stores a session that was just opened. */
    public void open(Session session) {
        LocalDate day = LocalDate.ofInstant(session.openedAt(), ZoneOffset.UTC);
        Map<String, AttributeValue> item = new HashMap<>(session.attributes());
        item.put("PK", AttributeValue.fromS("SESSION#" + session.id()));
        item.put("SK", AttributeValue.fromS("META"));
        item.put("GSI1PK", AttributeValue.fromS("DAY#%s#%s".formatted(day, session.country())));
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
        return COUNTRIES.stream()
                .flatMap(country -> openedOn(day, country))
                .sorted(Comparator.comparing(Session::sortKey))
                .toList();
    }

    private Stream<Session> openedOn(LocalDate day, String country) {
        return ddb
                .queryPaginator(query -> query.tableName(table)
                        .indexName("GSI1")
                        .keyConditionExpression("GSI1PK = :shard")
                        .expressionAttributeValues(
                                Map.of(":shard", AttributeValue.fromS("DAY#%s#%s".formatted(day, country)))))
                .items()
                .stream()
                .map(Session::of);
    }
}
