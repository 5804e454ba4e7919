package dojo.lab.bill;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** A table as far as its prices go: the attributes of its key, and its secondary indexes. */
record TableShape(List<String> key, List<IndexShape> indexes) {

    /** Stands in for a table that does not exist; requests to it are refused free of charge. */
    static final TableShape MISSING = new TableShape(List.of(), List.of());

    static TableShape of(TableDescription table) {
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

    Optional<IndexShape> index(String name) {
        return indexes.stream().filter(index -> index.name().equals(name)).findFirst();
    }

    /** The key attributes among those given, which may be a key already or a whole item. */
    Map<String, AttributeValue> keyOf(Map<String, AttributeValue> attributes) {
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
