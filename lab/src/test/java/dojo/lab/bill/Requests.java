package dojo.lab.bill;

import static dojo.lab.bill.Scene.key;
import static dojo.lab.bill.Scene.s;
import static dojo.lab.bill.Scene.sized;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dojo.lab.bill.Rule.Action;
import dojo.lab.bill.Rule.Work;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DeleteRequest;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** The requests that the capacity rules are tried on, in short words. */
final class Requests {

    private Requests() {}

    static Work put(int bytes) {
        return (ddb, table) -> ddb.putItem(put -> put.tableName(table).item(sized(key("p", "s"), bytes)));
    }

    static Work putIf(String condition, int bytes) {
        return refused((ddb, table) -> ddb.putItem(
                put -> put.tableName(table).item(sized(key("p", "s"), bytes)).conditionExpression(condition)));
    }

    static Work update(String expression) {
        Map<String, AttributeValue> values = expression.contains(":six") ? Map.of(":six", s("sixsix")) : Map.of();
        return (ddb, table) -> ddb.updateItem(update -> update.tableName(table)
                .key(key("p", "s"))
                .updateExpression(expression)
                .expressionAttributeValues(values.isEmpty() ? null : values));
    }

    static Work delete() {
        return (ddb, table) -> ddb.deleteItem(delete -> delete.tableName(table).key(key("p", "s")));
    }

    static Work get(boolean strong) {
        return (ddb, table) ->
                ddb.getItem(get -> get.tableName(table).key(key("p", "s")).consistentRead(strong));
    }

    static Work query(boolean strong) {
        return (ddb, table) -> ddb.query(query -> query.tableName(table)
                .keyConditionExpression("PK = :p")
                .expressionAttributeValues(Map.of(":p", s("p")))
                .consistentRead(strong));
    }

    static Work batchGet(boolean strong, String... sorts) {
        return (ddb, table) -> ddb.batchGetItem(batch -> batch.requestItems(Map.of(table, keys(strong, sorts))));
    }

    static KeysAndAttributes keys(boolean strong, String... sorts) {
        return KeysAndAttributes.builder()
                .keys(Stream.of(sorts).map(sort -> key("p", sort)).toList())
                .consistentRead(strong)
                .build();
    }

    static Work transactGet(String... sorts) {
        return (ddb, table) -> ddb.transactGetItems(transaction -> transaction.transactItems(Stream.of(sorts)
                .map(sort -> TransactGetItem.builder()
                        .get(get -> get.tableName(table).key(key("p", sort)))
                        .build())
                .toList()));
    }

    static WriteRequest putting(String sort, int bytes) {
        return WriteRequest.builder()
                .putRequest(
                        PutRequest.builder().item(sized(key("p", sort), bytes)).build())
                .build();
    }

    static WriteRequest deleting(String sort) {
        return WriteRequest.builder()
                .deleteRequest(DeleteRequest.builder().key(key("p", sort)).build())
                .build();
    }

    static Work transact(Action... actions) {
        return (ddb, table) -> ddb.transactWriteItems(transaction -> transaction.transactItems(
                Stream.of(actions).map(action -> action.on(table)).toList()));
    }

    static Action putAction(String sort, int bytes) {
        return table -> TransactWriteItem.builder()
                .put(put -> put.tableName(table).item(sized(key("p", sort), bytes)))
                .build();
    }

    static Action updateAction(String sort) {
        return table -> TransactWriteItem.builder()
                .update(update -> update.tableName(table).key(key("p", sort)).updateExpression("REMOVE body"))
                .build();
    }

    static Action deleteAction(String sort) {
        return table -> TransactWriteItem.builder()
                .delete(delete -> delete.tableName(table).key(key("p", sort)))
                .build();
    }

    static Action check(String sort, String condition) {
        return table -> TransactWriteItem.builder()
                .conditionCheck(
                        check -> check.tableName(table).key(key("p", sort)).conditionExpression(condition))
                .build();
    }

    static Work refused(Work work) {
        return (ddb, table) -> assertThat(catchThrowable(() -> work.on(ddb, table)))
                .isInstanceOf(ConditionalCheckFailedException.class);
    }

    static Work cancelled(Work work) {
        return (ddb, table) ->
                assertThat(catchThrowable(() -> work.on(ddb, table))).isInstanceOf(TransactionCanceledException.class);
    }
}
