// Misconception: A time stands for one thing only.
// Held by: the original MangaAssist write-up, append_turn, whose sort key is a time and nothing else
// Rejected by: two_orders_of_one_second_are_both_listed
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
        items.add(Items.under(
                "ORDER#" + order.id(),
                "ORDER",
                Items.together(order.attributes(), order.customer().attributes())));
        for (Line line : order.lines()) {
            items.add(Items.under("ORDER#" + order.id(), "LINE#%06d".formatted(line.number()), line.attributes()));
        }
        items.add(Items.under("CUSTOMER#" + order.customer().id(), "ORDER#" + order.placedAt(), order.attributes()));
        return items;
    }

    /** The page of one order: its own columns, the name of the customer, the lines in their order. */
    public OrderPage page(DynamoDbClient ddb, String table, String orderId) {
        return OrderPage.of(ddb.query(query -> query.tableName(table)
                        .keyConditionExpression("PK = :order")
                        .expressionAttributeValues(Map.of(":order", AttributeValue.fromS("ORDER#" + orderId))))
                .items());
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
