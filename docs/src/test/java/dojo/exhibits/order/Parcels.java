package dojo.exhibits.order;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import dojo.exhibits.Shapes;
import dojo.lab.Lab;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;

/** A parcel whose state changes, and a copy of it that follows the stream. */
record Parcels(DynamoDbClient ddb, String table, String copies) {

    static Parcels in(Lab lab, String table) {
        lab.backstage()
                .createTable(create -> create.tableName("copies")
                        .billingMode(BillingMode.PAY_PER_REQUEST)
                        .attributeDefinitions(Shapes.strings("PK"))
                        .keySchema(Shapes.key("PK")));
        return new Parcels(lab.client(), table, "copies");
    }

    String stream() {
        return ddb.updateTable(update -> update.tableName(table)
                        .streamSpecification(
                                stream -> stream.streamEnabled(true).streamViewType(StreamViewType.NEW_IMAGE)))
                .tableDescription()
                .latestStreamArn();
    }

    // tag::numbers-each-change[]
    void is(String parcel, String state) {
        var values = Map.of(":stage", fromS(state), ":one", fromN("1"));
        ddb.updateItem(update -> update.tableName(table)
                .key(Map.of("PK", fromS(parcel)))
                .updateExpression("SET stage = :stage ADD version :one")
                .expressionAttributeValues(values));
    }
    // end::numbers-each-change[]

    void copyBlindly(Record record) {
        ddb.putItem(put -> put.tableName(copies).item(record.dynamodb().newImage()));
    }

    // tag::copies-what-is-newer[]
    void copyIfNewer(Record record) {
        var image = record.dynamodb().newImage();
        var number = Map.of(":number", Objects.requireNonNull(image.get("version")));
        String newer = "attribute_not_exists(PK) OR version < :number";
        var put = PutItemRequest.builder().tableName(copies).item(image);
        put.conditionExpression(newer).expressionAttributeValues(number);
        try {
            ddb.putItem(put.build());
        } catch (ConditionalCheckFailedException overtaken) {
            // the copy is at this change already, or past it
        }
    }
    // end::copies-what-is-newer[]

    String copied(String parcel) {
        Map<String, AttributeValue> copy = ddb.getItem(get ->
                        get.tableName(copies).key(Map.of("PK", fromS(parcel))).consistentRead(true))
                .item();
        return Objects.requireNonNull(copy.get("stage")).s();
    }
}
