package dojo.c11_transactions.e4_uniqueness_item;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
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
        return isTaken(handle) ? new Reply.HandleTaken() : write(Profiles.create(table, customerId, handle));
    }

    /** Gives a customer another handle; the old one is free from then on. */
    public Reply rename(String customerId, Handle from, Handle to) {
        return isTaken(to) ? new Reply.HandleTaken() : write(Profiles.change(table, customerId, from, to));
    }

    /** Removes a customer's profile; the handle is free from then on. */
    public Reply leave(String customerId, Handle handle) {
        return write(Profiles.remove(table, customerId, handle));
    }

    /** Strongly consistent, so nobody can slip through. */
    private boolean isTaken(Handle handle) {
        return ddb
                .scanPaginator(scan -> scan.tableName(table)
                        .consistentRead(true)
                        .filterExpression("canonical = :canonical")
                        .expressionAttributeValues(Map.of(":canonical", AttributeValue.fromS(handle.canonical()))))
                .items()
                .stream()
                .findAny()
                .isPresent();
    }

    private Reply write(TransactWriteItem... actions) {
        try {
            ddb.transactWriteItems(all -> all.transactItems(actions));
            return new Reply.Done();
        } catch (TransactionCanceledException cancelled) {
            return new Reply.Mismatch();
        }
    }
}
