package dojo.session.evolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * Makes one item into another, if it still is what was read.
 *
 * <p>Only the attributes that differ are written, and all that were read are in the condition: whatever somebody else
 * wrote meanwhile, known or unknown to us, stays.
 */
final class Rewrite {
    private Rewrite() {}

    static UpdateItemRequest of(String table, Map<String, AttributeValue> before, Map<String, AttributeValue> after) {
        Exactly exactly = Exactly.item(before);
        List<String> sets = new ArrayList<>();
        List<String> removes = new ArrayList<>();
        TreeSet<String> attributes = new TreeSet<>(before.keySet());
        attributes.addAll(after.keySet());
        for (String attribute : attributes) {
            AttributeValue was = before.get(attribute);
            AttributeValue is = after.get(attribute);
            if (is == null) {
                removes.add(exactly.name(attribute));
            } else if (!is.equals(was)) {
                sets.add(exactly.name(attribute) + " = " + exactly.value(is));
                if (was == null) {
                    exactly.absent(exactly.name(attribute));
                }
            }
        }
        return UpdateItemRequest.builder()
                .tableName(table)
                .key(Key.of(before).attributes())
                .updateExpression((sets.isEmpty() ? "" : "SET " + String.join(", ", sets))
                        + (removes.isEmpty() ? "" : " REMOVE " + String.join(", ", removes)))
                .conditionExpression(exactly.condition())
                .expressionAttributeNames(exactly.names())
                .expressionAttributeValues(exactly.values())
                .returnValuesOnConditionCheckFailure("ALL_OLD")
                .build();
    }
}
