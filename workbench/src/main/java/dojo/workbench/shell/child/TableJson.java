package dojo.workbench.shell.child;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dojo.workbench.worker.Wire;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.LocalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** The structure of a table, for the prompt to draw. */
final class TableJson {
    private TableJson() {}

    static ObjectNode structure(TableDescription table) {
        Map<String, String> types = table.attributeDefinitions().stream()
                .collect(Collectors.toMap(
                        AttributeDefinition::attributeName, AttributeDefinition::attributeTypeAsString, (a, b) -> a));
        ObjectNode json = Wire.message()
                .put("name", table.tableName())
                .put("status", table.tableStatusAsString())
                .put("throughput", throughput(table));
        keys(json, table.keySchema(), types);
        var indexes = json.putArray("indexes");
        for (GlobalSecondaryIndexDescription index : table.globalSecondaryIndexes()) {
            ObjectNode entry = index(indexes.addObject(), "global", index.indexName(), index.projection());
            keys(entry.put("status", index.indexStatusAsString()), index.keySchema(), types);
        }
        for (LocalSecondaryIndexDescription index : table.localSecondaryIndexes()) {
            ObjectNode entry = index(indexes.addObject(), "local", index.indexName(), index.projection());
            keys(entry.put("status", ""), index.keySchema(), types);
        }
        return json.put("stream", stream(table));
    }

    private static ObjectNode index(ObjectNode entry, String kind, String name, Projection projection) {
        return entry.put("name", name).put("kind", kind).put("projection", projection(projection));
    }

    private static String stream(TableDescription table) {
        return table.streamSpecification() == null
                ? ""
                : String.valueOf(table.streamSpecification().streamViewTypeAsString());
    }

    private static void keys(ObjectNode json, List<KeySchemaElement> schema, Map<String, String> types) {
        var keys = json.putArray("keys");
        for (String name : KeyNames.names(schema)) {
            boolean partition =
                    schema.stream().anyMatch(key -> key.attributeName().equals(name) && key.keyType() == KeyType.HASH);
            keys.addObject()
                    .put("name", name)
                    .put("type", types.getOrDefault(name, "?"))
                    .put("role", partition ? "partition" : "sort");
        }
    }

    private static String throughput(TableDescription table) {
        if (table.billingModeSummary() != null
                && table.billingModeSummary().billingMode() == BillingMode.PAY_PER_REQUEST) {
            return "on demand";
        }
        return table.provisionedThroughput() == null
                ? ""
                : table.provisionedThroughput().readCapacityUnits() + " read and "
                        + table.provisionedThroughput().writeCapacityUnits() + " write units a second provisioned";
    }

    private static String projection(Projection projection) {
        return projection.projectionType() == ProjectionType.INCLUDE
                ? "keys and " + String.join(", ", projection.nonKeyAttributes())
                : projection.projectionType() == ProjectionType.KEYS_ONLY ? "keys only" : "all attributes";
    }
}
