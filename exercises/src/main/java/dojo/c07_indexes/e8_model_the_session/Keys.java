package dojo.c07_indexes.e8_model_the_session;

import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** What the SDK takes five lines to say about keys. */
public final class Keys {
    private Keys() {}

    /** An attribute that is a key somewhere, and a string. */
    public static AttributeDefinition string(String name) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(ScalarAttributeType.S)
                .build();
    }

    /** An attribute that is a key somewhere, and a number. */
    public static AttributeDefinition number(String name) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(ScalarAttributeType.N)
                .build();
    }

    public static KeySchemaElement partition(String name) {
        return KeySchemaElement.builder()
                .attributeName(name)
                .keyType(KeyType.HASH)
                .build();
    }

    public static KeySchemaElement sort(String name) {
        return KeySchemaElement.builder()
                .attributeName(name)
                .keyType(KeyType.RANGE)
                .build();
    }

    /** An index that copies all attributes; {@code toBuilder()} of it changes what else it is. */
    public static GlobalSecondaryIndex index(String name, String partition, String sort) {
        return GlobalSecondaryIndex.builder()
                .indexName(name)
                .keySchema(partition(partition), sort(sort))
                .projection(copied -> copied.projectionType(ProjectionType.ALL))
                .build();
    }

    /** The attributes under their primary key. */
    public static Map<String, AttributeValue> under(
            String partition, String sort, Map<String, AttributeValue> attributes) {
        Map<String, AttributeValue> item = new HashMap<>(attributes);
        item.put("PK", AttributeValue.fromS(partition));
        item.put("SK", AttributeValue.fromS(sort));
        return item;
    }
}
