package dojo.session.table;

import static dojo.session.table.Finding.Kind.NOT_PERMITTED;

import dojo.session.dynamo.SessionTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Tries every action that a session memory needs, without writing: each write has a condition that no item fulfils, or
 * deletes what cannot exist.
 *
 * <p>Permissions are judged before conditions, so a refused condition is a permission.
 */
final class PermissionProbes {
    private static final String NEVER = "attribute_exists(PK) AND attribute_not_exists(PK)";

    private final DynamoDbClient client;
    private final String table;
    private final AttributeValue session;
    private final AttributeValue customer;

    PermissionProbes(DynamoDbClient client, String table, String prefix) {
        this.client = client;
        this.table = table;
        // No id contains '#', so these keys are nobody's.
        this.session = AttributeValue.fromS("SESSION#" + prefix + "#preflight");
        this.customer = AttributeValue.fromS("CUSTOMER#" + prefix + "#preflight");
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        probes().forEach((what, probe) -> {
            try {
                probe.run();
            } catch (ConditionalCheckFailedException | TransactionCanceledException permitted) {
                // The condition was judged, as it should be.
            } catch (DynamoDbException refused) {
                Denied.by(refused).orElseThrow(() -> refused).addTo(findings, NOT_PERMITTED, "We may not " + what);
            }
        });
        return findings;
    }

    private Map<String, Runnable> probes() {
        Map<String, AttributeValue> key = Map.of("PK", session, "SK", AttributeValue.fromS("META"));
        Map<String, Runnable> probes = new LinkedHashMap<>();
        probes.put(
                "read items", () -> client.getItem(get -> get.tableName(table).key(key)));
        probes.put(
                "query the table",
                () -> client.query(query -> query.tableName(table)
                        .keyConditionExpression("PK = :pk")
                        .expressionAttributeValues(Map.of(":pk", session))
                        .limit(1)));
        probes.put(
                "query the index of customers",
                () -> client.query(query -> query.tableName(table)
                        .indexName(SessionTable.CUSTOMER_INDEX)
                        .keyConditionExpression("GSI1PK = :pk")
                        .expressionAttributeValues(Map.of(":pk", customer))
                        .limit(1)));
        probes.put(
                "put items",
                () -> client.putItem(put -> put.tableName(table).item(key).conditionExpression(NEVER)));
        probes.put(
                "update items",
                () -> client.updateItem(update -> update.tableName(table)
                        .key(key)
                        .updateExpression("REMOVE preflight")
                        .conditionExpression(NEVER)));
        probes.put(
                "delete items",
                () -> client.deleteItem(
                        delete -> delete.tableName(table).key(key).conditionExpression(NEVER)));
        probes.put(
                "check items in a transaction",
                () -> client.transactWriteItems(transact -> transact.transactItems(TransactWriteItem.builder()
                        .conditionCheck(check -> check.tableName(table).key(key).conditionExpression(NEVER))
                        .build())));
        return probes;
    }
}
