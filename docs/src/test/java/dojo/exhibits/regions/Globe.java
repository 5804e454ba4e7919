package dojo.exhibits.regions;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import dojo.lab.Lab;
import dojo.lab.junit.LabTable;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** The same session in two Regions of a lab. */
final class Globe {

    static final String HOME = "us-east-1";
    static final String EUROPE = "eu-west-1";

    private final Lab lab;
    private final String table;

    Globe(Lab lab, LabTable table) {
        this.lab = lab;
        this.table = table.name();
    }

    void put(String region, Map<String, AttributeValue> item) {
        lab.in(region).client().putItem(put -> put.tableName(table).item(item));
    }

    void update(String region, Consumer<UpdateItemRequest.Builder> change) {
        lab.in(region)
                .client()
                .updateItem(update -> update.tableName(table)
                        .key(Map.of("PK", fromS("SESSION#s-42"), "SK", fromS("META")))
                        .applyMutation(change));
    }

    /** All items of the session in a Region, by sort key. */
    Map<String, Map<String, AttributeValue>> session(String region) {
        var items = new LinkedHashMap<String, Map<String, AttributeValue>>();
        lab.in(region)
                .backstage()
                .query(query -> query.tableName(table)
                        .keyConditionExpression("PK = :session")
                        .expressionAttributeValues(Map.of(":session", fromS("SESSION#s-42"))))
                .items()
                .forEach(
                        item -> items.put(Objects.requireNonNull(item.get("SK")).s(), item));
        return items;
    }

    void waitFor(Duration time) {
        lab.clock().advance(time);
    }
}
