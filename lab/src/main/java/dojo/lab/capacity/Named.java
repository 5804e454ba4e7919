package dojo.lab.capacity;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.Update;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * The attributes that an update names, as far as can be told without parsing it.
 *
 * @param attributes their names; perhaps a word of the expression that is none
 * @param values what those that are set to a plain value are set to
 */
record Named(Set<String> attributes, Map<String, AttributeValue> values) {

    /** A name or its placeholder; those of values begin with a colon. */
    private static final Pattern NAME = Pattern.compile("(?<![:\\w#])#?[A-Za-z_][A-Za-z0-9_\\-]*");

    private static final Pattern SET = Pattern.compile("(#?[A-Za-z_][A-Za-z0-9_\\-]*)\\s*=\\s*(:[A-Za-z0-9_]+)");

    /** What the update at this position of the request names; nothing for any other write. */
    static Named of(AwsRequest request, int position) {
        if (request instanceof UpdateItemRequest update) {
            Named named = of(
                    update.updateExpression(), update.expressionAttributeNames(), update.expressionAttributeValues());
            update.attributeUpdates().forEach((name, change) -> {
                named.attributes.add(name);
                if (change.value() != null) {
                    named.values.put(name, change.value());
                }
            });
            return named;
        }
        if (request instanceof TransactWriteItemsRequest transaction) {
            Update update = transaction.transactItems().get(position).update();
            if (update != null) {
                return of(
                        update.updateExpression(),
                        update.expressionAttributeNames(),
                        update.expressionAttributeValues());
            }
        }
        return new Named(Set.of(), Map.of());
    }

    private static Named of(
            @Nullable String expression, Map<String, String> names, Map<String, AttributeValue> placeholders) {
        Set<String> attributes = new HashSet<>();
        Map<String, AttributeValue> values = new HashMap<>();
        if (expression != null) {
            Matcher name = NAME.matcher(expression);
            while (name.find()) {
                attributes.add(names.getOrDefault(name.group(), name.group()));
            }
            Matcher set = SET.matcher(expression);
            while (set.find()) {
                AttributeValue value = placeholders.get(set.group(2));
                if (value != null) {
                    values.put(names.getOrDefault(set.group(1), set.group(1)), value);
                }
            }
        }
        return new Named(attributes, values);
    }
}
