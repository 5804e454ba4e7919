package dojo.workbench.mutant;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.core.SdkPojo;

/** Transactions and batches that forget a member, and updates that forget an action. */
final class FewerMembers implements Operator {

    @Override
    public List<Change<AwsRequest>> on(AwsRequest request) {
        List<Change<AwsRequest>> changes = new ArrayList<>();
        List<Object> members = Members.list(request, "TransactItems");
        for (int i = 0; i < members.size(); i++) {
            changes.add(new Change<>(
                    "without member " + (i + 1), Members.with(request, "TransactItems", without(i, members))));
        }
        batch(request, changes);
        for (Part part : Part.of(request)) {
            String update = Members.text(part.piece(), "UpdateExpression").orElse("");
            for (Change<String> fewer : UpdateActions.fewer(update)) {
                changes.add(part.changed("without " + fewer.words(), part.with("UpdateExpression", fewer.result())));
            }
        }
        return changes;
    }

    /** The members of a batch are alike, so its first and its last stand for all. */
    private static void batch(AwsRequest request, List<Change<AwsRequest>> changes) {
        Map<String, Object> tables = Members.map(request, "RequestItems");
        tables.forEach((table, asked) -> {
            List<?> members = asked instanceof SdkPojo keys ? Members.list(keys, "Keys") : (List<?>) asked;
            if (members.size() > 1) {
                for (int gone : new TreeSet<>(List.of(0, members.size() - 1))) {
                    List<?> rest = without(gone, members);
                    Map<String, Object> others = new LinkedHashMap<>(tables);
                    others.put(table, asked instanceof SdkPojo keys ? Members.with(keys, "Keys", rest) : rest);
                    changes.add(new Change<>(
                            "without its " + (gone == 0 ? "first" : "last") + " member",
                            Members.with(request, "RequestItems", others)));
                }
            }
        });
    }

    private static List<Object> without(int index, List<?> members) {
        List<Object> rest = new ArrayList<>(members);
        rest.remove(index);
        return rest;
    }
}
