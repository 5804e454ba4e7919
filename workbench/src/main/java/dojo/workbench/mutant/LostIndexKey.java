package dojo.workbench.mutant;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Items that are put without the key of an index, so that the index does not have them. */
final class LostIndexKey implements Operator {

    private final Function<String, Set<String>> indexKeys;

    /** @param indexKeys the attributes that are keys of indexes of a table, those of the table itself left out */
    LostIndexKey(Function<String, Set<String>> indexKeys) {
        this.indexKeys = indexKeys;
    }

    @Override
    public List<Change<AwsRequest>> on(AwsRequest request) {
        List<Change<AwsRequest>> changes = new ArrayList<>();
        for (Part part : Part.of(request)) {
            Map<String, AttributeValue> item = Members.map(part.piece(), "Item");
            if (!item.isEmpty()) {
                String table = Members.text(part.piece(), "TableName").orElse("");
                for (String key : indexKeys.apply(table)) {
                    Map<String, AttributeValue> rest = new LinkedHashMap<>(item);
                    if (rest.remove(key) != null) {
                        changes.add(part.changed(
                                "without " + key, part.changed(piece -> Members.with(piece, "Item", rest))));
                    }
                }
            }
        }
        return changes;
    }
}
