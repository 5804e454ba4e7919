package dojo.exhibits.protocol;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** An order and the stock that it takes one copy of. */
final class Reservations {

    static final Map<String, AttributeValue> STOCK = Map.of("PK", fromS("VOLUME#2"), "SK", fromS("STOCK"));

    private final DynamoDbClient ddb;
    private final String table;

    Reservations(DynamoDbClient ddb, String table) {
        this.ddb = ddb;
        this.table = table;
    }

    // tag::reserve-together[]
    void reserve(String order) {
        var none = "attribute_not_exists(PK)";
        var one = Map.of(":one", fromN("1"));
        var item = Map.of("PK", fromS("ORDER#" + order), "SK", fromS("ORDER"));
        var note = TransactWriteItem.builder()
                .put(put -> put.tableName(table).item(item).conditionExpression(none))
                .build();
        var take = TransactWriteItem.builder()
                .update(update -> update.tableName(table)
                        .key(STOCK)
                        .updateExpression("SET copies = copies - :one")
                        .conditionExpression("copies >= :one")
                        .expressionAttributeValues(one))
                .build();
        var two = List.of(note, take);
        ddb.transactWriteItems(all -> all.transactItems(two).clientRequestToken(order));
    }
    // end::reserve-together[]

    void stock(int copies) {
        ddb.putItem(put -> put.tableName(table)
                .item(Map.of(
                        "PK", fromS("VOLUME#2"), "SK", fromS("STOCK"), "copies", fromN(Integer.toString(copies)))));
    }

    void reprice(int cents) {
        ddb.updateItem(update -> update.tableName(table)
                .key(STOCK)
                .updateExpression("SET price = :cents")
                .expressionAttributeValues(Map.of(":cents", fromN(Integer.toString(cents)))));
    }
}
