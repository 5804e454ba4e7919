package dojo.workbench.mutant;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.awscore.AwsRequest;

/**
 * Conditions, filters and key conditions that are forgotten, as a whole or one side of an AND or OR, and comparisons whose
 * border is off by one.
 */
final class WeakerConditions implements Operator {

    @Override
    public List<Change<AwsRequest>> on(AwsRequest request) {
        List<Change<AwsRequest>> changes = new ArrayList<>();
        for (Part part : Part.of(request)) {
            forgotten("its condition", "ConditionExpression", part, changes);
            forgotten("its filter", "FilterExpression", part, changes);
            // A whole key condition cannot be forgotten, and the key of the partition cannot: DynamoDB says so.
            shorter("KeyConditionExpression", part, changes);
        }
        return changes;
    }

    private static void forgotten(String what, String member, Part part, List<Change<AwsRequest>> changes) {
        if (Members.text(part.piece(), member).isPresent()) {
            changes.add(part.changed("without " + what, part.with(member, "")));
            shorter(member, part, changes);
        }
    }

    private static void shorter(String member, Part part, List<Change<AwsRequest>> changes) {
        String expression = Members.text(part.piece(), member).orElse("");
        if (expression.isBlank()) {
            return;
        }
        for (Change<String> left : Expression.shorter(expression)) {
            changes.add(part.changed("without " + left.words(), part.with(member, left.result())));
        }
        for (Change<String> other : Expression.moved(expression)) {
            changes.add(part.changed("the border of " + other.words() + " moved", part.with(member, other.result())));
        }
    }
}
