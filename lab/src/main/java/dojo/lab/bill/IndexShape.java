package dojo.lab.bill;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;

/**
 * A secondary index as far as its price goes: which items it holds, and which of their attributes.
 *
 * @param key all attributes of the index key; a global index may have several of either kind
 * @param projected the attributes copied into an entry, keys of index and table included; empty means all of them
 */
record IndexShape(String name, Kind kind, List<String> key, Set<String> projected) {

    enum Kind {
        GLOBAL,
        LOCAL
    }

    static IndexShape of(
            String name, Kind kind, List<KeySchemaElement> keySchema, Projection projection, List<String> tableKey) {
        List<String> key = TableShape.attributes(keySchema);
        if (projection.projectionType() == ProjectionType.ALL) {
            return new IndexShape(name, kind, key, Set.of());
        }
        Set<String> projected = new LinkedHashSet<>(key);
        projected.addAll(tableKey);
        projected.addAll(projection.nonKeyAttributes());
        return new IndexShape(name, kind, key, Set.copyOf(projected));
    }

    boolean projects(String attribute) {
        return projected.isEmpty() || projected.contains(attribute);
    }

    /** The item as the index holds it; empty if the item lacks any attribute of the index key, so is not held at all. */
    Map<String, AttributeValue> entry(Map<String, AttributeValue> item) {
        if (!item.keySet().containsAll(key)) {
            return Map.of();
        }
        Map<String, AttributeValue> entry = new LinkedHashMap<>(item);
        entry.keySet().removeIf(attribute -> !projects(attribute));
        return entry;
    }
}
