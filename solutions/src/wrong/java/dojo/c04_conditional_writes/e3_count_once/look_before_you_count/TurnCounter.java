// Misconception: A strongly consistent read before the increment makes the increment safe.
// Held by: the source document, Q3 (a strong read for "any uniqueness check before a write")
// Rejected by: a_turn_reported_twice_at_once_counts_once
package dojo.c04_conditional_writes.e3_count_once;

import java.time.InstantSource;
import java.util.Map;
import java.util.OptionalInt;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/** Counts the turns of every session, in its META item. */
public final class TurnCounter {
    private final DynamoDbClient ddb;
    private final String table;
    private final InstantSource clock;

    public TurnCounter(DynamoDbClient ddb, String table, InstantSource clock) {
        this.ddb = ddb;
        this.table = table;
        this.clock = clock;
    }

    public OptionalInt count(String sessionId, int position) {
        GetItemResponse there = ddb.getItem(
                get -> get.tableName(table).key(Session.key(sessionId)).consistentRead(true));
        if (!there.hasItem()) {
            return OptionalInt.empty();
        }
        int counted = Session.of(there.item()).turnCount();
        if (counted >= position) {
            return OptionalInt.of(counted);
        }
        Map<String, AttributeValue> after = ddb.updateItem(update -> update.tableName(table)
                        .key(Session.key(sessionId))
                        .updateExpression("SET turn_count = turn_count + :one, updated_at = :now")
                        .expressionAttributeValues(Map.of(
                                ":one", AttributeValue.fromN("1"),
                                ":now", AttributeValue.fromN(Long.toString(clock.millis()))))
                        .returnValues(ReturnValue.UPDATED_NEW))
                .attributes();
        return OptionalInt.of(Integer.parseInt(after.get("turn_count").n()));
    }
}
