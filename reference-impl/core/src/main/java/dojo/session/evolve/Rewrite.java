package dojo.session.evolve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * Makes one item into another, if it still is what was read.
 *
 * <p>Only the attributes that differ are written, and all that were read are in the condition: whatever somebody else
 * wrote meanwhile, known or unknown to us, stays. Conditions cost nothing; they may hold 2 MB of values, an item holds
 * 400 KB.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html">AWS: expressions</a>
 */
final class Rewrite {
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, AttributeValue> values = new HashMap<>();

    private Rewrite() {}

    static UpdateItemRequest of(String table, Map<String, AttributeValue> before, Map<String, AttributeValue> after) {
        return new Rewrite().request(table, before, after);
    }

    private UpdateItemRequest request(
            String table, Map<String, AttributeValue> before, Map<String, AttributeValue> after) {
        List<String> conditions = new ArrayList<>();
        List<String> sets = new ArrayList<>();
        List<String> removes = new ArrayList<>();
        TreeSet<String> attributes = new TreeSet<>(before.keySet());
        attributes.addAll(after.keySet());
        for (String attribute : attributes) {
            AttributeValue was = before.get(attribute);
            AttributeValue is = after.get(attribute);
            if (attribute.equals("PK") || attribute.equals("SK")) {
                continue;
            }
            String name = name(attribute);
            conditions.add(was == null ? "attribute_not_exists(" + name + ")" : name + " = " + value(was));
            if (is == null) {
                removes.add(name);
            } else if (!is.equals(was)) {
                sets.add(name + " = " + value(is));
            }
        }
        return UpdateItemRequest.builder()
                .tableName(table)
                .key(Map.of("PK", of(before, "PK"), "SK", of(before, "SK")))
                .updateExpression((sets.isEmpty() ? "" : "SET " + String.join(", ", sets))
                        + (removes.isEmpty() ? "" : " REMOVE " + String.join(", ", removes)))
                .conditionExpression(String.join(" AND ", conditions))
                .expressionAttributeNames(names)
                .expressionAttributeValues(values)
                .returnValuesOnConditionCheckFailure("ALL_OLD")
                .build();
    }

    private String name(String attribute) {
        String alias = "#a" + names.size();
        names.put(alias, attribute);
        return alias;
    }

    private String value(AttributeValue value) {
        String alias = ":v" + values.size();
        values.put(alias, value);
        return alias;
    }

    private static AttributeValue of(Map<String, AttributeValue> item, String name) {
        AttributeValue value = item.get(name);
        if (value == null) {
            throw new IllegalStateException("An item has no attribute \"" + name
                    + "\", which is a key of the table of a session memory: walk another table.");
        }
        return value;
    }
}
