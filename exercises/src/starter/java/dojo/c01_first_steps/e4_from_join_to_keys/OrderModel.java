package dojo.c01_first_steps.e4_from_join_to_keys;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Which items the shop stores, and how it finds them again. */
public final class OrderModel {
    /** INSERT INTO customers. */
    public Map<String, AttributeValue> item(Customer customer) {
        return Items.under("customers", customer.id(), customer.attributes());
    }

    /** INSERT INTO orders, and INSERT INTO lines for each of its lines. */
    public List<Map<String, AttributeValue>> items(PlacedOrder order) {
        List<Map<String, AttributeValue>> items = new ArrayList<>();
        items.add(Items.under("orders", order.id(), order.attributes()));
        for (Line line : order.lines()) {
            items.add(Items.under("lines", order.id() + "#%06d".formatted(line.number()), line.attributes()));
        }
        return items;
    }

    /** The page of one order: its own columns, the name of the customer, the lines in their order. */
    public OrderPage page(DynamoDbClient ddb, String table, String orderId) {
        List<Map<String, AttributeValue>> rows = new ArrayList<>();
        rows.add(ddb.getItem(get -> get.tableName(table).key(Items.key("orders", orderId)))
                .item());
        String customerId = rows.get(0).get("customer_id").s();
        rows.add(ddb.getItem(get -> get.tableName(table).key(Items.key("customers", customerId)))
                .item());
        rows.addAll(ddb.query(query -> query.tableName(table)
                        .keyConditionExpression("PK = :lines AND begins_with(SK, :order)")
                        .expressionAttributeValues(Map.of(
                                ":lines", AttributeValue.fromS("lines"),
                                ":order", AttributeValue.fromS(orderId + "#"))))
                .items());
        return OrderPage.of(rows);
    }

    /** The latest orders of a customer, newest first. */
    public List<Headline> latest(DynamoDbClient ddb, String table, String customerId, int count) {
        return ddb
                .queryPaginator(query -> query.tableName(table)
                        .keyConditionExpression("PK = :orders")
                        .filterExpression("customer_id = :customer")
                        .expressionAttributeValues(Map.of(
                                ":orders", AttributeValue.fromS("orders"),
                                ":customer", AttributeValue.fromS(customerId))))
                .items()
                .stream()
                .map(Headline::of)
                .sorted(Comparator.comparing(Headline::placedAt).reversed())
                .limit(count)
                .toList();
    }
}
