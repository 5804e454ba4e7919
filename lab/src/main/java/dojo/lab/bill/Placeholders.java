package dojo.lab.bill;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;

/** The {@code #names} and {@code :values} that the expressions of a request stand for. */
record Placeholders(Map<String, String> names, Map<String, AttributeValue> values) {

    private static final Pattern PLACEHOLDER = Pattern.compile("[#:]\\w+");
    private static final Pattern PATH_END = Pattern.compile(",");

    static Placeholders of(QueryRequest request) {
        return new Placeholders(request.expressionAttributeNames(), request.expressionAttributeValues());
    }

    static Placeholders of(ScanRequest request) {
        return new Placeholders(request.expressionAttributeNames(), request.expressionAttributeValues());
    }

    /** The expression with names and short values in place. */
    String fill(String expression) {
        return PLACEHOLDER.matcher(expression).replaceAll(match -> Matcher.quoteReplacement(meaning(match.group())));
    }

    /** Only the placeholders that the expression uses: DynamoDB refuses a request that defines any other. */
    Placeholders usedIn(@Nullable String expression) {
        Set<String> used = new HashSet<>();
        if (expression != null) {
            PLACEHOLDER.matcher(expression).results().forEach(match -> used.add(match.group()));
        }
        Map<String, String> usedNames = new LinkedHashMap<>(names);
        usedNames.keySet().retainAll(used);
        Map<String, AttributeValue> usedValues = new LinkedHashMap<>(values);
        usedValues.keySet().retainAll(used);
        return new Placeholders(usedNames, usedValues);
    }

    /** The attributes of the items' top level that a projection, or its older form as a list, asks for. */
    List<String> attributes(@Nullable String projection, List<String> attributesToGet) {
        if (projection == null) {
            return attributesToGet;
        }
        return PATH_END.splitAsStream(projection)
                .map(path -> path.strip().replaceAll("[.\\[].*", ""))
                .map(name -> names.getOrDefault(name, name))
                .toList();
    }

    /** DynamoDB refuses an empty map of names, but not a missing one. */
    @Nullable
    Map<String, String> namesOrNull() {
        return names.isEmpty() ? null : names;
    }

    /** DynamoDB refuses an empty map of values, but not a missing one. */
    @Nullable
    Map<String, AttributeValue> valuesOrNull() {
        return values.isEmpty() ? null : values;
    }

    private String meaning(String placeholder) {
        AttributeValue value = values.get(placeholder);
        return value != null ? Brief.value(value) : names.getOrDefault(placeholder, placeholder);
    }
}
