package dojo.lab.item;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/**
 * A table as far as prices and places go.
 *
 * @param key the attributes of its key, the partition key first
 * @param indexes its secondary indexes
 */
public record TableShape(List<String> key, List<IndexShape> indexes) {

    /** Stands in for a table that does not exist; requests to it are refused free of charge. */
    public static final TableShape MISSING = new TableShape(List.of(), List.of());

    /** The shape that the description tells. */
    public static TableShape of(TableDescription table) {
        List<String> key = attributes(table.keySchema());
        List<IndexShape> indexes = new ArrayList<>();
        table.globalSecondaryIndexes()
                .forEach(index -> indexes.add(IndexShape.of(
                        index.indexName(), IndexShape.Kind.GLOBAL, index.keySchema(), index.projection(), key)));
        table.localSecondaryIndexes()
                .forEach(index -> indexes.add(IndexShape.of(
                        index.indexName(), IndexShape.Kind.LOCAL, index.keySchema(), index.projection(), key)));
        return new TableShape(key, List.copyOf(indexes));
    }

    static List<String> attributes(List<KeySchemaElement> keySchema) {
        return keySchema.stream().map(KeySchemaElement::attributeName).toList();
    }

    /** The name of the partition key; alone in a list, or none for a table that does not exist. */
    public List<String> partitionKey() {
        return key.isEmpty() ? key : key.subList(0, 1);
    }

    /** The index of this name. */
    public Optional<IndexShape> index(String name) {
        return indexes.stream().filter(index -> index.name().equals(name)).findFirst();
    }

    /** The key attributes among those given, which may be a key already or a whole item. */
    public Map<String, AttributeValue> keyOf(Map<String, AttributeValue> attributes) {
        Map<String, AttributeValue> found = new LinkedHashMap<>();
        for (String name : key) {
            AttributeValue value = attributes.get(name);
            if (value != null) {
                found.put(name, value);
            }
        }
        return found;
    }
}
