package dojo.workbench.mutant;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkPojo;

/** What stands for names and values in expressions: DynamoDB refuses a request that defines more than it uses. */
final class Placeholders {

    private static final Pattern PLACEHOLDER = Pattern.compile("[#:]\\w+");
    private static final List<String> EXPRESSIONS = List.of(
            "ConditionExpression",
            "FilterExpression",
            "KeyConditionExpression",
            "ProjectionExpression",
            "UpdateExpression");

    private Placeholders() {}

    /** All expressions of the piece, and its index: what the code says, whatever the values are. */
    static String shape(SdkPojo piece) {
        return Stream.concat(EXPRESSIONS.stream(), Stream.of("IndexName"))
                .map(expression -> Members.text(piece, expression).orElse(""))
                .collect(Collectors.joining("|"));
    }

    /** The same request without those that none of its expressions uses. */
    static SdkPojo pruned(SdkPojo piece) {
        Set<String> used = new HashSet<>();
        for (String expression : EXPRESSIONS) {
            PLACEHOLDER
                    .matcher(Members.text(piece, expression).orElse(""))
                    .results()
                    .forEach(match -> used.add(match.group()));
        }
        return keep(used, "ExpressionAttributeValues", keep(used, "ExpressionAttributeNames", piece));
    }

    private static SdkPojo keep(Set<String> used, String member, SdkPojo piece) {
        Map<String, Object> defined = new LinkedHashMap<>(Members.map(piece, member));
        if (!defined.keySet().retainAll(used)) {
            return piece;
        }
        return Members.with(piece, member, defined.isEmpty() ? null : defined);
    }
}
