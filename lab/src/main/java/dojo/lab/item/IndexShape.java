package dojo.lab.item;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;

/**
 * A secondary index as far as its price goes: which items it holds, and which of their attributes.
 *
 * @param partitionKey the attributes that decide the partition of an entry
 * @param key all attributes of the index key; a global index may have several of either kind
 * @param projected the attributes copied into an entry, keys of index and table included; empty means all of them
 */
public record IndexShape(String name, Kind kind, List<String> partitionKey, List<String> key, Set<String> projected) {

    /** Global indexes have partitions and throughput of their own; local ones share those of the table. */
    public enum Kind {
        GLOBAL,
        LOCAL
    }

    static IndexShape of(
            String name, Kind kind, List<KeySchemaElement> keySchema, Projection projection, List<String> tableKey) {
        List<String> key = TableShape.attributes(keySchema);
        List<String> partitionKey = keySchema.stream()
                .filter(part -> part.keyType() == KeyType.HASH)
                .map(KeySchemaElement::attributeName)
                .toList();
        if (projection.projectionType() == ProjectionType.ALL) {
            return new IndexShape(name, kind, partitionKey, key, Set.of());
        }
        Set<String> projected = new LinkedHashSet<>(key);
        projected.addAll(tableKey);
        projected.addAll(projection.nonKeyAttributes());
        return new IndexShape(name, kind, partitionKey, key, Set.copyOf(projected));
    }

    /** Whether entries hold this attribute. */
    public boolean projects(String attribute) {
        return projected.isEmpty() || projected.contains(attribute);
    }

    /** The item as the index holds it; empty if the item lacks any attribute of the index key, so is not held at all. */
    public Map<String, AttributeValue> entry(Map<String, AttributeValue> item) {
        if (!item.keySet().containsAll(key)) {
            return Map.of();
        }
        Map<String, AttributeValue> entry = new LinkedHashMap<>(item);
        entry.keySet().removeIf(attribute -> !projects(attribute));
        return entry;
    }

    /** Of an entry of this index, the attributes of the index key. */
    public Map<String, AttributeValue> keyOf(Map<String, AttributeValue> entry) {
        Map<String, AttributeValue> found = new LinkedHashMap<>(entry);
        found.keySet().retainAll(key);
        return found;
    }
}
