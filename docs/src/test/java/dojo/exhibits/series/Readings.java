package dojo.exhibits.series;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Readings of sensors, a day of a sensor in each collection. */
record Readings(DynamoDbClient ddb, String table) {

    private static final long DAYS_KEPT = 90;

    // tag::day-of-a-sensor[]
    void store(String sensor, Instant at, String id, int value) {
        var expires = at.plusSeconds(DAYS_KEPT * 86_400).getEpochSecond();
        var reading = Map.of(
                "PK", fromS("SENSOR#" + sensor + "#" + day(at)),
                "SK", fromS("%tT.%<tL#%s".formatted(at.atOffset(ZoneOffset.UTC), id)),
                "reading", fromN(String.valueOf(value)),
                "expires", fromN(String.valueOf(expires)));
        ddb.putItem(put -> put.tableName(table).item(reading));
    }
    // end::day-of-a-sensor[]

    /** All that happens now goes to one key. */
    void storeUnderToday(String sensor, Instant at) {
        var key = Map.of("PK", fromS("DAY#" + day(at)), "SK", fromS(at + "#" + sensor));
        ddb.putItem(put -> put.tableName(table).item(key));
    }

    // tag::newest-across-days[]
    /** Newest first; gives up at a day before which there can be none. */
    List<String> latest(String sensor, int most, LocalDate today, LocalDate first) {
        List<String> found = new ArrayList<>();
        for (var day = today; found.size() < most && !day.isBefore(first); ) {
            var bucket = fromS("SENSOR#" + sensor + "#" + day);
            int missing = most - found.size();
            var page = ddb.queryPaginator(query -> query.tableName(table)
                    .keyConditionExpression("PK = :bucket")
                    .expressionAttributeValues(Map.of(":bucket", bucket))
                    .scanIndexForward(false)
                    .limit(missing));
            var newest = page.items().stream().limit(missing);
            newest.forEach(item -> found.add(reading(item)));
            day = day.minusDays(1);
        }
        return found;
    }
    // end::newest-across-days[]

    private static String reading(Map<String, AttributeValue> item) {
        return Objects.requireNonNull(item.get("reading")).n();
    }

    private static LocalDate day(Instant at) {
        return at.atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
