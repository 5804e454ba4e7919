package dojo.exhibits.threshold;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.Record;

/** Stores a summary for each full window of turns; called with every change of the table, and with some twice. */
record SummaryDesk(DynamoDbClient ddb, String table, IntFunction<String> model) {

    static final int EVERY = 20;

    // tag::crossing[]
    void onChange(Record record) {
        int before = turns(record.dynamodb().oldImage()) / EVERY;
        int after = turns(record.dynamodb().newImage()) / EVERY;
        for (int window = before + 1; window <= after; window++) {
            summarise(record.dynamodb().keys(), window);
        }
    }
    // end::crossing[]

    // tag::summarise[]
    private void summarise(Map<String, AttributeValue> key, int window) {
        var session = Objects.requireNonNull(key.get("PK"));
        var number = fromS("SUMMARY#%05d".formatted(window));
        var place = Map.of("PK", session, "SK", number);
        if (ddb.getItem(get -> get.tableName(table).key(place)).hasItem()) {
            return; // delivered again: the model need not be paid again
        }
        var text = fromS(model.apply(window));
        try {
            ddb.putItem(put -> put.tableName(table)
                    .item(Map.of("PK", session, "SK", number, "text", text))
                    .conditionExpression("attribute_not_exists(PK)"));
        } catch (ConditionalCheckFailedException anotherDeliveryWasFaster) {
            // One summary of this window is stored; that is what counts.
        }
    }
    // end::summarise[]

    static int turns(Map<String, AttributeValue> image) {
        return Integer.parseInt(image.getOrDefault("turns", fromN("0")).n());
    }
}
