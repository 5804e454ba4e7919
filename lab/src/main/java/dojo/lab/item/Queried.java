package dojo.lab.item;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Condition;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** Which item collection a Query reads. */
public final class Queried {

    /** An attribute equal to a value; no other condition on a partition key is allowed. */
    private static final Pattern EQUALITY = Pattern.compile("(#?[A-Za-z0-9_.\\-]+)\\s*=\\s*(:[A-Za-z0-9_]+)");

    private Queried() {}

    /**
     * The values of the partition key's attributes that the query demands; empty if the request does not give them all,
     * in which case the store refuses it.
     */
    public static Map<String, AttributeValue> partition(QueryRequest query, List<String> partitionKey) {
        Map<String, AttributeValue> demanded = demanded(query);
        demanded.keySet().retainAll(partitionKey);
        return demanded.size() == partitionKey.size() ? demanded : Map.of();
    }

    private static Map<String, AttributeValue> demanded(QueryRequest query) {
        Map<String, AttributeValue> demanded = new LinkedHashMap<>();
        @Nullable String expression = query.keyConditionExpression();
        if (expression == null) {
            query.keyConditions().forEach((name, condition) -> equal(condition, name, demanded));
            return demanded;
        }
        Matcher equality = EQUALITY.matcher(expression);
        while (equality.find()) {
            String name = query.expressionAttributeNames().getOrDefault(equality.group(1), equality.group(1));
            AttributeValue value = query.expressionAttributeValues().get(equality.group(2));
            if (value != null) {
                demanded.put(name, value);
            }
        }
        return demanded;
    }

    private static void equal(@Nullable Condition condition, String name, Map<String, AttributeValue> demanded) {
        if (condition != null
                && "EQ".equals(condition.comparisonOperatorAsString())
                && condition.attributeValueList().size() == 1) {
            demanded.put(name, condition.attributeValueList().get(0));
        }
    }
}
