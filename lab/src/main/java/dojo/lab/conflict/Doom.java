package dojo.lab.conflict;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

/**
 * Gives each action that meets an obstacle a condition that nothing fulfils.
 *
 * <p>So the store commits nothing, and still judges the conditions of the other actions, as the service does: each item
 * is prepared, or refuses to be, by itself.
 */
final class Doom {

    private static final String NAME = "#dojoNever";
    /** Whether the attribute is there does not matter. */
    private static final Map<String, String> NAMES = Map.of(NAME, "never");

    private static final String NEVER = "attribute_exists(" + NAME + ") AND attribute_not_exists(" + NAME + ")";

    private Doom() {}

    static TransactWriteItemsRequest on(TransactWriteItemsRequest request, List<Optional<String>> obstacles) {
        List<TransactWriteItem> actions = new ArrayList<>();
        for (int i = 0; i < request.transactItems().size(); i++) {
            TransactWriteItem action = request.transactItems().get(i);
            actions.add(obstacles.get(i).isPresent() ? doomed(action) : action);
        }
        return request.toBuilder().transactItems(actions).build();
    }

    private static TransactWriteItem doomed(TransactWriteItem action) {
        TransactWriteItem.Builder doomed = action.toBuilder();
        if (action.put() != null) {
            doomed.put(action.put().toBuilder()
                    .conditionExpression(never(action.put().conditionExpression()))
                    .expressionAttributeNames(names(action.put().expressionAttributeNames()))
                    .build());
        } else if (action.update() != null) {
            doomed.update(action.update().toBuilder()
                    .conditionExpression(never(action.update().conditionExpression()))
                    .expressionAttributeNames(names(action.update().expressionAttributeNames()))
                    .build());
        } else if (action.delete() != null) {
            doomed.delete(action.delete().toBuilder()
                    .conditionExpression(never(action.delete().conditionExpression()))
                    .expressionAttributeNames(names(action.delete().expressionAttributeNames()))
                    .build());
        } else if (action.conditionCheck() != null) {
            doomed.conditionCheck(action.conditionCheck().toBuilder()
                    .conditionExpression(never(action.conditionCheck().conditionExpression()))
                    .expressionAttributeNames(names(action.conditionCheck().expressionAttributeNames()))
                    .build());
        }
        return doomed.build();
    }

    /** The condition of the caller's stays, since a name that nothing uses would be refused. */
    private static String never(@Nullable String condition) {
        return condition == null ? NEVER : "(" + condition + ") AND " + NEVER;
    }

    private static Map<String, String> names(Map<String, String> names) {
        Map<String, String> all = new HashMap<>(names);
        all.putAll(NAMES);
        return all;
    }
}
