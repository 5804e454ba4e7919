package dojo.lab.conflict;

import dojo.lab.Lab;
import dojo.lab.Laws;
import dojo.lab.bill.Bill;
import dojo.lab.time.Scenario;
import dojo.lab.time.VirtualClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionCheck;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.Get;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItem;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.Update;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** A lab under the law of conflicts, with a table of counters. */
final class Stage implements AutoCloseable {

    static final String TABLE = "counters";

    /** Times without jitter, to be added up by hand. */
    static final ConflictSettings EXACT = new ConflictSettings(
            Duration.ofMillis(1), Duration.ofMillis(8), Duration.ofMillis(2), 0, Duration.ofMinutes(10));

    final VirtualClock clock = new VirtualClock();
    final Lab lab;
    final DynamoDbClient ddb;
    final ConflictLaw conflicts;

    Stage(Laws laws) {
        lab = Lab.under(laws, clock);
        ddb = lab.client();
        conflicts = lab.law(ConflictLaw.class);
        lab.backstage().createTable(table());
    }

    static CreateTableRequest table() {
        return CreateTableRequest.builder()
                .tableName(TABLE)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .keySchema(KeySchemaElement.builder()
                        .attributeName("id")
                        .keyType(KeyType.HASH)
                        .build())
                .attributeDefinitions(AttributeDefinition.builder()
                        .attributeName("id")
                        .attributeType(ScalarAttributeType.S)
                        .build())
                .build();
    }

    static Stage exact() {
        return new Stage(Laws.off().with(EXACT));
    }

    Scenario scenario() {
        return Scenario.on(clock, 7);
    }

    static Map<String, AttributeValue> key(String id) {
        return Map.of("id", AttributeValue.fromS(id));
    }

    static Map<String, AttributeValue> big(String id, int bytes) {
        // "id" and its value, "b" and its filling: names and values count.
        String filling = "x".repeat(bytes - 2 - id.length() - 1);
        return Map.of("id", AttributeValue.fromS(id), "b", AttributeValue.fromS(filling));
    }

    UpdateItemRequest increment(String id) {
        return UpdateItemRequest.builder()
                .tableName(TABLE)
                .key(key(id))
                .updateExpression("ADD n :one")
                .expressionAttributeValues(Map.of(":one", AttributeValue.fromN("1")))
                .build();
    }

    static TransactWriteItem incrementing(String id) {
        return TransactWriteItem.builder()
                .update(Update.builder()
                        .tableName(TABLE)
                        .key(key(id))
                        .updateExpression("ADD n :one")
                        .expressionAttributeValues(Map.of(":one", AttributeValue.fromN("1")))
                        .build())
                .build();
    }

    static TransactWriteItem putting(Map<String, AttributeValue> item) {
        return TransactWriteItem.builder()
                .put(Put.builder().tableName(TABLE).item(item).build())
                .build();
    }

    static TransactWriteItem ifThere(String id) {
        return TransactWriteItem.builder()
                .conditionCheck(ConditionCheck.builder()
                        .tableName(TABLE)
                        .key(key(id))
                        .conditionExpression("attribute_exists(id)")
                        .build())
                .build();
    }

    static TransactWriteItem ifNew(Map<String, AttributeValue> item) {
        return TransactWriteItem.builder()
                .put(Put.builder()
                        .tableName(TABLE)
                        .item(item)
                        .conditionExpression("attribute_not_exists(#id)")
                        .expressionAttributeNames(Map.of("#id", "id"))
                        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                        .build())
                .build();
    }

    static TransactWriteItemsRequest transaction(TransactWriteItem... actions) {
        return TransactWriteItemsRequest.builder().transactItems(actions).build();
    }

    static TransactGetItemsRequest reading(String... ids) {
        return TransactGetItemsRequest.builder()
                .transactItems(List.of(ids).stream()
                        .map(id -> TransactGetItem.builder()
                                .get(Get.builder().tableName(TABLE).key(key(id)).build())
                                .build())
                        .toList())
                .build();
    }

    /** How often the item was incremented, as it stands behind the scenes. */
    int count(String id) {
        AttributeValue n = lab.backstage()
                .getItem(get -> get.tableName(TABLE).key(key(id)).consistentRead(true))
                .item()
                .get("n");
        return n == null ? 0 : Integer.parseInt(n.n());
    }

    void store(Map<String, AttributeValue> item) {
        lab.backstage().putItem(put -> put.tableName(TABLE).item(item));
    }

    Bill billOf(Runnable work) {
        int mark = lab.meter().mark();
        work.run();
        return lab.meter().billSince(mark);
    }

    String lastLine() {
        return lab.meter().lines().get(lab.meter().lines().size() - 1).toString();
    }

    static List<String> codes(TransactionCanceledException cancelled) {
        return cancelled.cancellationReasons().stream()
                .map(CancellationReason::code)
                .toList();
    }

    @Override
    public void close() {
        lab.close();
    }
}
