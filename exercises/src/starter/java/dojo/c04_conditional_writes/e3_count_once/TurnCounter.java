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

    /**
     * Counts the turn that was stored at this position, 1 for the first of the session.
     * Every turn is reported at least once; answers how many there are, or nothing if the session is gone.
     */
    public OptionalInt count(String sessionId, int position) {
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
