package dojo.session.testkit.wild;

import dojo.session.testkit.Said;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What the exhibits with one item for each message have in common: their rows, and nothing that matters. */
record Rows(DynamoDbClient client, String table) {
    static AttributeValue string(String value) {
        return AttributeValue.fromS(value);
    }

    static Map<String, AttributeValue> key(String conversation, String sortKey) {
        return Map.of("PK", string(conversation), "SK", string(sortKey));
    }

    static Map<String, AttributeValue> item(String conversation, String sortKey, Said said) {
        Map<String, AttributeValue> item = new HashMap<>(key(conversation, sortKey));
        item.putAll(attributes(said));
        return item;
    }

    static Map<String, AttributeValue> attributes(Said said) {
        return Map.of(
                "response_id", string(said.id()),
                "by_user", AttributeValue.fromBool(said.byUser()),
                "text", string(said.text()));
    }

    static Said said(Map<String, AttributeValue> item) {
        return new Said(
                value(item, "response_id").s(),
                value(item, "by_user").bool(),
                value(item, "text").s());
    }

    static AttributeValue value(Map<String, AttributeValue> item, String name) {
        return item.getOrDefault(name, AttributeValue.fromNul(true));
    }

    /** All items of a conversation, strongly consistent, in the order of their sort keys; one page will do here. */
    List<Map<String, AttributeValue>> of(String conversation) {
        return client.query(query -> query.tableName(table)
                        .keyConditionExpression("PK = :conversation")
                        .expressionAttributeValues(Map.of(":conversation", string(conversation)))
                        .consistentRead(true))
                .items();
    }

    List<Said> saidIn(String conversation) {
        return of(conversation).stream().map(Rows::said).toList();
    }
}
