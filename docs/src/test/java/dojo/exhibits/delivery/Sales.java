package dojo.exhibits.delivery;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import dojo.exhibits.Shapes;
import dojo.lab.Lab;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.Update;

/** Orders in a table with a stream, and who counts them into another item. */
final class Sales {

    private final DynamoDbClient ddb;
    private final String table;

    Sales(DynamoDbClient ddb, String table) {
        this.ddb = ddb;
        this.table = table;
    }

    /** Turns the stream on; returns its name. */
    static String stream(Lab lab, String table) {
        return lab.client()
                .updateTable(update -> update.tableName(table)
                        .streamSpecification(
                                stream -> stream.streamEnabled(true).streamViewType(StreamViewType.NEW_AND_OLD_IMAGES)))
                .tableDescription()
                .latestStreamArn();
    }

    /** The view is a table of its own: in the same one, counting would be a change to count. */
    static String totals(Lab lab) {
        lab.backstage()
                .createTable(create -> create.tableName("totals")
                        .billingMode(BillingMode.PAY_PER_REQUEST)
                        .attributeDefinitions(Shapes.strings("PK"))
                        .keySchema(Shapes.key("PK")));
        return "totals";
    }

    /** Stores as many orders. */
    static void order(Lab lab, String table, int orders) {
        for (int i = 0; i < orders; i++) {
            var order = Map.of("PK", fromS("ORDER#" + i));
            lab.client().putItem(put -> put.tableName(table).item(order));
        }
    }

    static int counted(Lab lab) {
        var total = lab.backstage()
                .getItem(get -> get.tableName("totals").key(Map.of("PK", fromS("TOTAL"))))
                .item();
        return Integer.parseInt(Objects.requireNonNull(total.get("orders")).n());
    }

    // tag::counts-blindly[]
    void countBlindly(List<Record> records) {
        for (Record ignored : records) {
            Update total = addOne();
            ddb.updateItem(update -> update.tableName(total.tableName())
                    .key(total.key())
                    .updateExpression(total.updateExpression())
                    .expressionAttributeValues(total.expressionAttributeValues()));
        }
    }
    // end::counts-blindly[]

    // tag::counts-once[]
    void countOnce(List<Record> records) {
        for (Record record : records) {
            var seen = TransactWriteItem.builder()
                    .put(put -> put.tableName(table)
                            .item(Map.of("PK", fromS("SEEN#" + record.eventID())))
                            .conditionExpression("attribute_not_exists(PK)"))
                    .build();
            var total = TransactWriteItem.builder().update(addOne()).build();
            try {
                ddb.transactWriteItems(both -> both.transactItems(seen, total));
            } catch (TransactionCanceledException cancelled) {
                List<CancellationReason> reasons = cancelled.cancellationReasons();
                if (!"ConditionalCheckFailed".equals(reasons.get(0).code())) {
                    throw cancelled; // undecided: let it be delivered again
                }
            }
        }
    }
    // end::counts-once[]

    private Update addOne() {
        return Update.builder()
                .tableName(table)
                .key(Map.of("PK", fromS("TOTAL")))
                .updateExpression("ADD orders :one")
                .expressionAttributeValues(Map.of(":one", fromN("1")))
                .build();
    }
}
