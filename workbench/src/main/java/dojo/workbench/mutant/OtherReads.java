package dojo.workbench.mutant;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.core.SdkPojo;

/** Reads in the other order, of one item more or fewer, from the beginning again, or from a copy that may be behind. */
final class OtherReads implements Operator {

    /** Done once for each table: a reader that always starts over never ends, which proves nothing about a check. */
    static final String STARTS_OVER = "one page asked for without its start key";

    @Override
    public List<Change<AwsRequest>> on(AwsRequest request) {
        List<Change<AwsRequest>> changes = new ArrayList<>();
        weaker(request, changes);
        if (!Members.map(request, "ExclusiveStartKey").isEmpty()) {
            changes.add(new Change<>(STARTS_OVER, Members.with(request, "ExclusiveStartKey", null)));
        }
        if (!findsOneItem(request)) {
            order(request, changes);
            limit(request, changes);
        }
        return changes;
    }

    private static void order(AwsRequest request, List<Change<AwsRequest>> changes) {
        if (Members.text(request, "KeyConditionExpression").isPresent()) {
            boolean forward =
                    Members.get(request, "ScanIndexForward", Boolean.class).orElse(true);
            changes.add(new Change<>("in the other order", Members.with(request, "ScanIndexForward", !forward)));
        }
    }

    private static void limit(AwsRequest request, List<Change<AwsRequest>> changes) {
        Optional<Integer> limit = Members.get(request, "Limit", Integer.class);
        if (limit.isPresent()) {
            changes.add(new Change<>("without its limit", Members.with(request, "Limit", null)));
            changes.add(new Change<>("limit one more", Members.with(request, "Limit", limit.get() + 1)));
        }
        if (limit.isPresent() && limit.get() > 1) {
            changes.add(new Change<>("limit one less", Members.with(request, "Limit", limit.get() - 1)));
        }
    }

    private static void weaker(AwsRequest request, List<Change<AwsRequest>> changes) {
        String words = "not strongly consistent";
        if (strong(request)) {
            changes.add(new Change<>(words, Members.with(request, "ConsistentRead", null)));
        }
        Map<String, Object> tables = new LinkedHashMap<>(Members.map(request, "RequestItems"));
        boolean any = false;
        for (Map.Entry<String, Object> table : tables.entrySet()) {
            if (table.getValue() instanceof SdkPojo keys && strong(keys)) {
                table.setValue(Members.with(keys, "ConsistentRead", null));
                any = true;
            }
        }
        if (any) {
            changes.add(new Change<>(words, Members.with(request, "RequestItems", tables)));
        }
    }

    private static boolean strong(SdkPojo shape) {
        return Members.get(shape, "ConsistentRead", Boolean.class).orElse(false);
    }

    /** Two equal signs are a whole key: no order, and no limit, can make a difference. */
    private static boolean findsOneItem(AwsRequest request) {
        return Members.text(request, "IndexName").isEmpty()
                && Members.text(request, "KeyConditionExpression")
                        .orElse("")
                        .matches("(?i)[^=<>]+=[^=<>]+\\sAND\\s[^=<>]+=[^=<>]+");
    }
}
