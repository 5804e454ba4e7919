// Idea: An order is placed once and has few lines, so they fit into its item as a list, and the page is one GetItem.
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
        List<AttributeValue> lines = order.lines().stream()
                .map(line -> AttributeValue.fromM(line.attributes()))
                .toList();
        items.add(Items.under(
                "ORDER#" + order.id(),
                "ORDER",
                Items.together(
                        Items.together(order.attributes(), order.customer().attributes()),
                        Map.of("lines", AttributeValue.fromL(lines)))));
        items.add(Items.under(
                "CUSTOMER#" + order.customer().id(),
                "ORDER#" + order.placedAt() + "#" + order.id(),
                order.attributes()));
        return items;
    }

    /** The page of one order: its own columns, the name of the customer, the lines in their order. */
    public OrderPage page(DynamoDbClient ddb, String table, String orderId) {
        Map<String, AttributeValue> order = ddb.getItem(
                        get -> get.tableName(table).key(Items.key("ORDER#" + orderId, "ORDER")))
                .item();
        return new OrderPage(
                order.get("placed_at").s(),
                order.get("address").s(),
                order.get("customer_name").s(),
                order.get("lines").l().stream().map(line -> Line.of(line.m())).toList());
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
