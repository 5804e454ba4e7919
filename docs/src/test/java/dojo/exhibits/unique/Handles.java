package dojo.exhibits.unique;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Profiles with a handle that nobody else may have. */
final class Handles {

    private final DynamoDbClient ddb;
    private final String table;

    Handles(DynamoDbClient ddb, String table) {
        this.ddb = ddb;
        this.table = table;
    }

    /** Asks the index first; a consistent answer would not help, for nothing holds until the write. */
    boolean registerAfterLooking(String customer, String handle) {
        int found = ddb.query(query -> query.tableName(table)
                        .indexName("by-handle")
                        .keyConditionExpression("handle = :handle")
                        .expressionAttributeValues(Map.of(":handle", fromS(handle))))
                .count();
        if (found > 0) {
            return false;
        }
        ddb.putItem(put -> put.tableName(table).item(profile(customer, handle)));
        return true;
    }

    // tag::claim[]
    boolean register(String customer, String handle) {
        var key = fromS("HANDLE#" + handle);
        var claim = Map.of("PK", key, "SK", fromS("CLAIM"), "of", fromS(customer));
        var both = List.of(ifNew(claim), ifNew(profile(customer, handle)));
        try {
            ddb.transactWriteItems(all -> all.transactItems(both));
            return true;
        } catch (TransactionCanceledException cancelled) {
            if ("ConditionalCheckFailed"
                    .equals(cancelled.cancellationReasons().get(0).code())) {
                return false;
            }
            throw cancelled;
        }
    }

    private TransactWriteItem ifNew(Map<String, AttributeValue> item) {
        var put = Put.builder()
                .tableName(table)
                .item(item)
                .conditionExpression("attribute_not_exists(PK)")
                .build();
        return TransactWriteItem.builder().put(put).build();
    }
    // end::claim[]

    private static Map<String, AttributeValue> profile(String customer, String handle) {
        return Map.of("PK", fromS("CUSTOMER#" + customer), "SK", fromS("PROFILE"), "handle", fromS(handle));
    }
}
