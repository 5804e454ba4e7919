package dojo.lab.junit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** Turns the shape in an annotation into the request that creates such a table. */
final class TableRequest {

    private final Map<String, ScalarAttributeType> attributes = new LinkedHashMap<>();

    private TableRequest() {}

    static CreateTableRequest of(String name, WithTable shape) {
        TableRequest request = new TableRequest();
        List<KeySchemaElement> keys = request.keys(shape.partitionKey(), shape.sortKey(), shape.sortKeyType());
        List<GlobalSecondaryIndex> indexes = new ArrayList<>();
        for (GlobalIndex index : shape.globalIndexes()) {
            indexes.add(request.index(index));
        }
        return CreateTableRequest.builder()
                .tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .keySchema(keys)
                .attributeDefinitions(request.definitions())
                // An empty list is refused; no list is a table without indexes.
                .globalSecondaryIndexes(indexes.isEmpty() ? null : indexes)
                .build();
    }

    private GlobalSecondaryIndex index(GlobalIndex index) {
        Projection.Builder projection = Projection.builder().projectionType(index.projection());
        if (index.projection() == ProjectionType.INCLUDE) {
            projection.nonKeyAttributes(index.include());
        }
        return GlobalSecondaryIndex.builder()
                .indexName(index.name())
                .keySchema(keys(index.partitionKey(), index.sortKey(), index.sortKeyType()))
                .projection(projection.build())
                .build();
    }

    private List<KeySchemaElement> keys(String partitionKey, String sortKey, ScalarAttributeType sortKeyType) {
        List<KeySchemaElement> keys = new ArrayList<>();
        attributes.put(partitionKey, ScalarAttributeType.S);
        keys.add(KeySchemaElement.builder()
                .attributeName(partitionKey)
                .keyType(KeyType.HASH)
                .build());
        if (!sortKey.isEmpty()) {
            attributes.put(sortKey, sortKeyType);
            keys.add(KeySchemaElement.builder()
                    .attributeName(sortKey)
                    .keyType(KeyType.RANGE)
                    .build());
        }
        return keys;
    }

    private List<AttributeDefinition> definitions() {
        return attributes.entrySet().stream()
                .map(entry -> AttributeDefinition.builder()
                        .attributeName(entry.getKey())
                        .attributeType(entry.getValue())
                        .build())
                .toList();
    }
}
