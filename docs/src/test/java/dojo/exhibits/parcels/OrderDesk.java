package dojo.exhibits.parcels;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** An order in one collection: HEAD, LINE#…, PARCEL#… as the screen shows them, and behind them TRACK#…. */
record OrderDesk(DynamoDbClient ddb, String table) {

    // tag::screen[]
    QueryResponse screen(String order) {
        var values = Map.of(":order", fromS(order), ":history", fromS("TRACK"));
        return ddb.query(query -> query.tableName(table)
                .keyConditionExpression("PK = :order AND SK < :history")
                .expressionAttributeValues(values));
    }
    // end::screen[]

    // tag::everything[]
    QueryResponse everything(String order) {
        return ddb.query(query -> query.tableName(table)
                .keyConditionExpression("PK = :order")
                .expressionAttributeValues(Map.of(":order", fromS(order))));
    }
    // end::everything[]

    List<Map<String, AttributeValue>> history(String order, String parcel) {
        var values = Map.of(":order", fromS(order), ":parcel", fromS("TRACK#" + parcel + "#"));
        return ddb.query(query -> query.tableName(table)
                        .keyConditionExpression("PK = :order AND begins_with(SK, :parcel)")
                        .expressionAttributeValues(values))
                .items();
    }

    // tag::scanned[]
    void scanned(String order, String parcel, String time, String place) {
        var event = Map.of(
                "PK", fromS(order),
                "SK", fromS("TRACK#" + parcel + "#" + time),
                "place", fromS(place));
        ddb.putItem(put -> put.tableName(table).item(event));
        try {
            var key = Map.of("PK", fromS(order), "SK", fromS("PARCEL#" + parcel));
            ddb.updateItem(update -> update.tableName(table)
                    .key(key)
                    .updateExpression("SET place = :place, seen = :time")
                    .conditionExpression("attribute_not_exists(seen) OR seen < :time")
                    .expressionAttributeValues(values(time, place)));
        } catch (ConditionalCheckFailedException newerScanIsThere) {
            // The event is in the history; the parcel has moved on.
        }
    }
    // end::scanned[]

    private static Map<String, AttributeValue> values(String time, String place) {
        return Map.of(":time", fromS(time), ":place", fromS(place));
    }
}
