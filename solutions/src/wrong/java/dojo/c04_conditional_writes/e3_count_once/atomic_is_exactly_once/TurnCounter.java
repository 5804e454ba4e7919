// Misconception: An atomic counter counts right, however often a request is sent again.
// Held by: the source document, increment_turn_count (a bare increment), here with ADD, which also makes what is
// missing
// Rejected by: a_turn_whose_answer_is_lost_counts_once
package dojo.c04_conditional_writes.e3_count_once;

import java.time.InstantSource;
import java.util.Map;
import java.util.OptionalInt;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
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
        Map<String, AttributeValue> after = ddb.updateItem(update -> update.tableName(table)
                        .key(Session.key(sessionId))
                        .updateExpression("ADD turn_count :one SET updated_at = :now")
                        .expressionAttributeValues(Map.of(
                                ":one", AttributeValue.fromN("1"),
                                ":now", AttributeValue.fromN(Long.toString(clock.millis()))))
                        .returnValues(ReturnValue.UPDATED_NEW))
                .attributes();
        return OptionalInt.of(Integer.parseInt(after.get("turn_count").n()));
    }
}
