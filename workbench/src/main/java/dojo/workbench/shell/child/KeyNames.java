package dojo.workbench.shell.child;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/**
 * Which attributes of items are their keys: an answer of DynamoDB names no table, so the tables that were in use are
 * tried, the one in use now first.
 */
final class KeyNames {
    private static final List<String> USUAL = List.of("PK", "SK");

    private final Collection<String> tables;
    private final Function<String, TableDescription> describe;

    /** @param tables in the order in which to try them */
    KeyNames(Collection<String> tables, Function<String, TableDescription> describe) {
        this.tables = tables;
        this.describe = describe;
    }

    /** Knows no table: keys are what they are usually called. */
    static KeyNames usual() {
        return new KeyNames(List.of(), name -> TableDescription.builder().build());
    }

    /** The names of the key attributes, those of the partition key first; empty if it cannot be known. */
    List<String> of(List<Map<String, AttributeValue>> items) {
        Set<String> common = new LinkedHashSet<>();
        items.stream().findFirst().ifPresent(first -> common.addAll(first.keySet()));
        items.forEach(item -> common.retainAll(item.keySet()));
        for (String table : tables) {
            List<String> names = schema(table);
            if (!names.isEmpty() && common.containsAll(names)) {
                return names;
            }
        }
        return USUAL.stream().filter(common::contains).toList();
    }

    private List<String> schema(String table) {
        try {
            return names(describe.apply(table).keySchema());
        } catch (DynamoDbException e) {
            // It is gone by now.
            return List.of();
        }
    }

    static List<String> names(List<KeySchemaElement> schema) {
        var names = new ArrayList<String>();
        for (KeyType type : List.of(KeyType.HASH, KeyType.RANGE)) {
            schema.stream()
                    .filter(key -> key.keyType() == type)
                    .map(KeySchemaElement::attributeName)
                    .forEach(names::add);
        }
        return names;
    }
}
