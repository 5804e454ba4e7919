// Idea: The claim may be put again by its owner, so that the same call again meets nothing but itself;
// who is in the way is known by position alone.
package dojo.c11_transactions.e4_uniqueness_item;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Who has which handle. */
public final class Handles {
    private final DynamoDbClient ddb;
    private final String table;

    public Handles(DynamoDbClient ddb, String table) {
        this.ddb = ddb;
        this.table = table;
    }

    /** Creates the profile of a new customer. */
    public Reply register(String customerId, Handle handle) {
        return write(
                customerId,
                claim(handle, customerId),
                TransactWriteItem.builder()
                        .put(Profiles.create(table, customerId, handle).put().toBuilder()
                                .conditionExpression("attribute_not_exists(PK) OR canonical = :handle")
                                .expressionAttributeValues(Map.of(":handle", AttributeValue.fromS(handle.canonical())))
                                .build())
                        .build());
    }

    /** Gives a customer another handle; the old one is free from then on. */
    public Reply rename(String customerId, Handle from, Handle to) {
        if (from.canonical().equals(to.canonical())) {
            return write(customerId, claim(to, customerId), Profiles.change(table, customerId, from, to));
        }
        Reply told = write(
                customerId,
                claim(to, customerId),
                Profiles.change(table, customerId, from, to),
                release(from, customerId));
        return told instanceof Reply.Mismatch && has(customerId, to) ? new Reply.Done() : told;
    }

    /** Removes a customer's profile; the handle is free from then on. */
    public Reply leave(String customerId, Handle handle) {
        Reply told = write(customerId, release(handle, customerId), Profiles.remove(table, customerId, handle));
        return told instanceof Reply.HandleTaken ? new Reply.Mismatch() : told;
    }

    /** The handle as a key, because nothing else is unique. */
    private TransactWriteItem claim(Handle handle, String customerId) {
        return TransactWriteItem.builder()
                .put(put -> put.tableName(table)
                        .item(Map.of(
                                "PK", AttributeValue.fromS("HANDLE#" + handle.canonical()),
                                "SK", AttributeValue.fromS("CLAIM"),
                                "customer", AttributeValue.fromS(customerId)))
                        .conditionExpression("attribute_not_exists(PK) OR customer = :me")
                        .expressionAttributeValues(Map.of(":me", AttributeValue.fromS(customerId))))
                .build();
    }

    private TransactWriteItem release(Handle handle, String customerId) {
        return TransactWriteItem.builder()
                .delete(delete -> delete.tableName(table)
                        .key(Map.of(
                                "PK", AttributeValue.fromS("HANDLE#" + handle.canonical()),
                                "SK", AttributeValue.fromS("CLAIM")))
                        .conditionExpression("customer = :me")
                        .expressionAttributeValues(Map.of(":me", AttributeValue.fromS(customerId))))
                .build();
    }

    private Reply write(String customerId, TransactWriteItem... actions) {
        try {
            ddb.transactWriteItems(all -> all.transactItems(actions));
            return new Reply.Done();
        } catch (TransactionCanceledException cancelled) {
            List<CancellationReason> reasons = cancelled.cancellationReasons(); // in the order of the actions
            if (isRefusal(reasons.get(0))) {
                return new Reply.HandleTaken();
            }
            if (reasons.stream().anyMatch(Handles::isRefusal)) {
                return new Reply.Mismatch();
            }
            throw cancelled; // a conflict or a throttle decides nothing
        }
    }

    private boolean has(String customerId, Handle handle) {
        return AttributeValue.fromS(handle.canonical())
                .equals(ddb.getItem(get -> get.tableName(table)
                                .key(Profiles.key(customerId))
                                .consistentRead(true))
                        .item()
                        .get("canonical"));
    }

    private static boolean isRefusal(CancellationReason reason) {
        return "ConditionalCheckFailed".equals(reason.code());
    }
}
