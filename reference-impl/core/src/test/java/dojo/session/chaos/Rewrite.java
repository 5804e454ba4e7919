package dojo.session.chaos;

import dojo.lab.law.Call;
import dojo.lab.law.Law;
import dojo.lab.law.Next;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

/** Requests and answers as a memory would make and read them if its author had forgotten something. */
final class Rewrite {
    private Rewrite() {}

    /** The memory asks for something else. */
    static Law asking(UnaryOperator<AwsRequest> change) {
        return (call, next) -> next.answer(call.with(change.apply(call.request())));
    }

    /** The memory reads something else in what came back. */
    static Law reading(UnaryOperator<AwsResponse> change) {
        return (call, next) -> change.apply(next.answer(call));
    }

    /** The memory makes something else of the answers to its walks through a log. */
    static Law walking(UnaryOperator<Map<String, AttributeValue>> change) {
        return (Call call, Next next) -> {
            AwsResponse answer = next.answer(call);
            return isWalk(call.request()) && answer instanceof QueryResponse page && page.hasItems()
                    ? page.toBuilder()
                            .items(page.items().stream().map(change).toList())
                            .build()
                    : answer;
        };
    }

    /** From a place on, for what stands there and not for what it says. */
    static boolean isWalk(AwsRequest request) {
        return request instanceof QueryRequest query
                && query.projectionExpression() != null
                && !Boolean.FALSE.equals(query.scanIndexForward());
    }

    static AwsRequest eventually(AwsRequest request) {
        if (request instanceof GetItemRequest get) {
            return get.toBuilder().consistentRead(false).build();
        }
        return request instanceof QueryRequest query
                ? query.toBuilder().consistentRead(false).build()
                : request;
    }

    /** Every write of such an item, alone or in a transaction. */
    static UnaryOperator<AwsRequest> puts(String kind, UnaryOperator<Put> change) {
        return request -> {
            if (request instanceof PutItemRequest put && isOf(kind, put.item())) {
                Put changed = change.apply(Put.builder()
                        .item(put.item())
                        .conditionExpression(put.conditionExpression())
                        .expressionAttributeValues(
                                put.hasExpressionAttributeValues() ? put.expressionAttributeValues() : null)
                        .build());
                return put.toBuilder()
                        .item(changed.item())
                        .conditionExpression(changed.conditionExpression())
                        .expressionAttributeValues(
                                changed.hasExpressionAttributeValues() ? changed.expressionAttributeValues() : null)
                        .returnValuesOnConditionCheckFailure(
                                changed.conditionExpression() == null
                                        ? null
                                        : put.returnValuesOnConditionCheckFailureAsString())
                        .build();
            }
            return transaction(request, action -> {
                Put put = action.put();
                return put != null && isOf(kind, put.item())
                        ? TransactWriteItem.builder().put(change.apply(put)).build()
                        : action;
            });
        };
    }

    /** Every action of a transaction; null leaves it out. */
    static AwsRequest transaction(AwsRequest request, Change change) {
        if (!(request instanceof TransactWriteItemsRequest transaction)) {
            return request;
        }
        List<TransactWriteItem> actions = new ArrayList<>();
        for (TransactWriteItem action : transaction.transactItems()) {
            TransactWriteItem changed = change.of(action);
            if (changed != null) {
                actions.add(changed);
            }
        }
        return transaction.toBuilder().transactItems(actions).build();
    }

    /** A transaction of which only the first action is done. */
    static TransactWriteItemsRequest first(TransactWriteItemsRequest transaction) {
        return transaction.toBuilder()
                .transactItems(transaction.transactItems().subList(0, 1))
                .clientRequestToken(null)
                .build();
    }

    @FunctionalInterface
    interface Change {
        @Nullable
        TransactWriteItem of(TransactWriteItem action);
    }

    static boolean isSeal(Map<String, AttributeValue> item) {
        return isOf("TURN#", item) && !item.containsKey("turn_id");
    }

    static boolean isOf(String kind, Map<String, AttributeValue> item) {
        AttributeValue key = item.get("SK");
        return key != null && key.s() != null && key.s().startsWith(kind);
    }

    static Map<String, AttributeValue> with(Map<String, AttributeValue> item, String name, AttributeValue value) {
        Map<String, AttributeValue> changed = new HashMap<>(item);
        changed.put(name, value);
        return changed;
    }

    static Put with(Put put, String name, AttributeValue value) {
        return put.toBuilder().item(with(put.item(), name, value)).build();
    }

    /** The head as it was read, with another number in it. */
    static AwsResponse head(AwsResponse answer, String name, long more) {
        if (answer instanceof GetItemResponse got && got.hasItem() && isOf("META", got.item())) {
            AttributeValue number = got.item().get(name);
            return number == null
                    ? answer
                    : got.toBuilder()
                            .item(with(
                                    got.item(),
                                    name,
                                    AttributeValue.fromN(Long.toString(Long.parseLong(number.n()) + more))))
                            .build();
        }
        return answer;
    }
}
