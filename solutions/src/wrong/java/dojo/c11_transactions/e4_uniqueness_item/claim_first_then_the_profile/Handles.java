// Misconception: The claim is the lock; once I hold it, the rest can follow in requests of its own.
// Held by: whoever knows locks from programs that clean up after themselves
// Rejected by: a_process_that_stops_moves_all_or_nothing
package dojo.c11_transactions.e4_uniqueness_item;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
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
        return write(customerId, claim(handle, customerId), Profiles.create(table, customerId, handle));
    }

    /** Gives a customer another handle; the old one is free from then on. */
    public Reply rename(String customerId, Handle from, Handle to) {
        TransactWriteItem profile = Profiles.change(table, customerId, from, to);
        return from.canonical().equals(to.canonical())
                ? write(customerId, profile) // the claim stays where it is
                : inTurn(customerId, claim(to, customerId), profile, release(from, customerId));
    }

    /** Removes a customer's profile; the handle is free from then on. */
    public Reply leave(String customerId, Handle handle) {
        return write(customerId, Profiles.remove(table, customerId, handle), release(handle, customerId));
    }

    /** The handle as a key, because nothing else is unique. */
    private TransactWriteItem claim(Handle handle, String customerId) {
        return TransactWriteItem.builder()
                .put(put -> put.tableName(table)
                        .item(Map.of(
                                "PK", AttributeValue.fromS("HANDLE#" + handle.canonical()),
                                "SK", AttributeValue.fromS("CLAIM"),
                                "customer", AttributeValue.fromS(customerId)))
                        .conditionExpression("attribute_not_exists(PK)")
                        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD))
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

    private Reply inTurn(String customerId, TransactWriteItem... actions) {
        Reply told = new Reply.Done();
        for (TransactWriteItem action : actions) {
            told = told.equals(new Reply.Done()) ? write(customerId, action) : told;
        }
        return told;
    }

    private Reply write(String customerId, TransactWriteItem... actions) {
        try {
            ddb.transactWriteItems(all -> all.transactItems(actions));
            return new Reply.Done();
        } catch (TransactionCanceledException cancelled) {
            List<CancellationReason> reasons = cancelled.cancellationReasons(); // in the order of the actions
            if (reasons.get(0).hasItem()) { // of all actions only a claim asks for the item in its way
                AttributeValue owner = reasons.get(0).item().get("customer");
                boolean mine = AttributeValue.fromS(customerId).equals(owner);
                return mine ? new Reply.Done() : new Reply.HandleTaken();
            }
            if (reasons.stream().anyMatch(reason -> "ConditionalCheckFailed".equals(reason.code()))) {
                return new Reply.Mismatch();
            }
            throw cancelled; // a conflict or a throttle decides nothing
        }
    }
}
