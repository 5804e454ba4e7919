// Misconception: A name may stand in one place only, so the page has to look it up.
// Held by: whoever learned normal forms as a rule, and not as a price for writes
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
        items.add(Items.under("ORDER#" + order.id(), "ORDER", order.attributes()));
        for (Line line : order.lines()) {
            items.add(Items.under("ORDER#" + order.id(), "LINE#%06d".formatted(line.number()), line.attributes()));
        }
        items.add(Items.under(
                "CUSTOMER#" + order.customer().id(),
                "ORDER#" + order.placedAt() + "#" + order.id(),
                order.attributes()));
        return items;
    }

    /** The page of one order: its own columns, the name of the customer, the lines in their order. */
    public OrderPage page(DynamoDbClient ddb, String table, String orderId) {
        List<Map<String, AttributeValue>> rows = new ArrayList<>(ddb.query(query -> query.tableName(table)
                        .keyConditionExpression("PK = :order")
                        .expressionAttributeValues(Map.of(":order", AttributeValue.fromS("ORDER#" + orderId))))
                .items());
        String customerId = rows.get(rows.size() - 1).get("customer_id").s();
        rows.add(ddb.getItem(get -> get.tableName(table).key(Items.key("CUSTOMER#" + customerId, "CUSTOMER")))
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
