package dojo.lab.replication;

import dojo.lab.item.IndexShape;
import dojo.lab.store.Store;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableResponse;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.LocalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.LocalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** How to create a table like one of the leader's: with its local indexes, and with one global index or none. */
record Definition(Store leader) {

    CreateTableRequest of(String table, Optional<IndexShape> index) {
        TableDescription described = ((DescribeTableResponse) leader.execute(
                        DescribeTableRequest.builder().tableName(table).build()))
                .table();
        List<GlobalSecondaryIndexDescription> globals = described.globalSecondaryIndexes().stream()
                .filter(global -> index.filter(wanted -> wanted.name().equals(global.indexName()))
                        .isPresent())
                .toList();
        CreateTableRequest.Builder create = CreateTableRequest.builder()
                .tableName(table)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .keySchema(described.keySchema())
                .attributeDefinitions(used(described, globals));
        if (!globals.isEmpty()) {
            create.globalSecondaryIndexes(
                    globals.stream().map(Definition::alike).toList());
        }
        if (described.hasLocalSecondaryIndexes()) {
            create.localSecondaryIndexes(described.localSecondaryIndexes().stream()
                    .map(Definition::alike)
                    .toList());
        }
        return create.build();
    }

    private static GlobalSecondaryIndex alike(GlobalSecondaryIndexDescription index) {
        return GlobalSecondaryIndex.builder()
                .indexName(index.indexName())
                .keySchema(index.keySchema())
                .projection(index.projection())
                .build();
    }

    private static LocalSecondaryIndex alike(LocalSecondaryIndexDescription index) {
        return LocalSecondaryIndex.builder()
                .indexName(index.indexName())
                .keySchema(index.keySchema())
                .projection(index.projection())
                .build();
    }

    /** Only attributes of a key may be defined. */
    private static List<AttributeDefinition> used(
            TableDescription table, List<GlobalSecondaryIndexDescription> globals) {
        Set<String> names = new HashSet<>();
        add(names, table.keySchema());
        table.localSecondaryIndexes().forEach(index -> add(names, index.keySchema()));
        globals.forEach(index -> add(names, index.keySchema()));
        return table.attributeDefinitions().stream()
                .filter(attribute -> names.contains(attribute.attributeName()))
                .toList();
    }

    private static void add(Set<String> names, List<KeySchemaElement> key) {
        key.forEach(part -> names.add(part.attributeName()));
    }
}
