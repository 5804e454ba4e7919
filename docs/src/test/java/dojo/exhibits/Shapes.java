package dojo.exhibits;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.LocalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** Tables that {@code WithTable} has no word for, in as few words as it has. */
public final class Shapes {

    private Shapes() {}

    /** Attributes that keys are made of, all strings. */
    public static List<AttributeDefinition> strings(String... names) {
        return Stream.of(names)
                .map(name -> AttributeDefinition.builder()
                        .attributeName(name)
                        .attributeType(ScalarAttributeType.S)
                        .build())
                .toList();
    }

    /** A partition key, and sort keys behind it if there are any. */
    public static List<KeySchemaElement> key(String partition, String... sort) {
        return key(List.of(partition), List.of(sort));
    }

    /** A key of an index, of several attributes on either side. */
    public static List<KeySchemaElement> key(List<String> partition, List<String> sort) {
        List<KeySchemaElement> schema = new ArrayList<>();
        partition.forEach(name -> schema.add(element(name, KeyType.HASH)));
        sort.forEach(name -> schema.add(element(name, KeyType.RANGE)));
        return schema;
    }

    public static GlobalSecondaryIndex global(String name, ProjectionType projection, List<KeySchemaElement> key) {
        return GlobalSecondaryIndex.builder()
                .indexName(name)
                .keySchema(key)
                .projection(held -> held.projectionType(projection))
                .build();
    }

    public static LocalSecondaryIndex local(String name, ProjectionType projection, List<KeySchemaElement> key) {
        return LocalSecondaryIndex.builder()
                .indexName(name)
                .keySchema(key)
                .projection(held -> held.projectionType(projection))
                .build();
    }

    private static KeySchemaElement element(String name, KeyType type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }
}
