// Misconception: A foreign key is a key: follow it, and read what it points to.
// Held by: designs with one item that only says where the other one is
// Rejected by: an_order_is_placed_shown_and_listed_in_seven_requests
package dojo.c01_first_steps.e4_from_join_to_keys;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Which items the shop stores, and how it finds them again. */
public final class OrderModel {
    /** INSERT INTO customers. */
    public Map<String, AttributeValue> item(Customer customer) {
        return Items.under("CUSTOMER#" + customer.id(), "CUSTOMER", customer.attributes());
    }

    /** INSERT INTO orders, and INSERT INTO lines for each of its lines. */
    public List<Map<String, AttributeValue>> items(PlacedOrder order) {
        List<Map<String, AttributeValue>> items = new ArrayList<>();
        String customer = "CUSTOMER#" + order.customer().id();
        String place = "ORDER#" + order.placedAt() + "#" + order.id();
        items.add(Items.under(
                customer,
                place,
                Items.together(order.attributes(), order.customer().attributes())));
        for (Line line : order.lines()) {
            String lines = "LINES#" + order.id();
            items.add(Items.under(customer, lines + "#%06d".formatted(line.number()), line.attributes()));
        }
        items.add(Items.under("ORDER#" + order.id(), "ORDER", order.attributes()));
        return items;
    }

    /** The page of one order: its own columns, the name of the customer, the lines in their order. */
    public OrderPage page(DynamoDbClient ddb, String table, String orderId) {
        Map<String, AttributeValue> pointer = ddb.getItem(
                        get -> get.tableName(table).key(Items.key("ORDER#" + orderId, "ORDER")))
                .item();
        String customer = "CUSTOMER#" + pointer.get("customer_id").s();
        List<Map<String, AttributeValue>> rows = new ArrayList<>(ddb.query(query -> query.tableName(table)
                        .keyConditionExpression("PK = :customer AND begins_with(SK, :lines)")
                        .expressionAttributeValues(Map.of(
                                ":customer", AttributeValue.fromS(customer),
                                ":lines", AttributeValue.fromS("LINES#" + orderId + "#"))))
                .items());
        String place = "ORDER#" + pointer.get("placed_at").s() + "#" + orderId;
        rows.add(ddb.getItem(get -> get.tableName(table).key(Items.key(customer, place)))
                .item());
        return OrderPage.of(rows);
    }

    /** The latest orders of a customer, newest first. */
    public List<Headline> latest(DynamoDbClient ddb, String table, String customerId, int count) {
        return ddb
                .query(query -> query.tableName(table)
                        .keyConditionExpression("PK = :customer AND begins_with(SK, :orders)")
                        .expressionAttributeValues(Map.of(
                                ":customer", AttributeValue.fromS("CUSTOMER#" + customerId),
                                ":orders", AttributeValue.fromS("ORDER#")))
                        .scanIndexForward(false)
                        .limit(count))
                .items()
                .stream()
                .map(Headline::of)
                .toList();
    }
}
