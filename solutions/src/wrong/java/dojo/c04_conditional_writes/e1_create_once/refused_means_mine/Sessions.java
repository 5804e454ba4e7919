// Misconception: A failed condition can only mean that my own first attempt succeeded.
// Held by: the source document, Q6 ("ConditionalCheckFailedException, which you suppress")
// Rejected by: a_session_of_somebody_else_is_taken
package dojo.c04_conditional_writes.e1_create_once;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Opens chat sessions, each of them once, however often its caller has to ask. */
public final class Sessions {
    private static final Duration LIFE = Duration.ofHours(24);

    private final DynamoDbClient ddb;
    private final String table;
    private final InstantSource clock;

    public Sessions(DynamoDbClient ddb, String table, InstantSource clock) {
        this.ddb = ddb;
        this.table = table;
        this.clock = clock;
    }

    public Creation create(String requestId, String sessionId, String page) {
        long now = clock.instant().getEpochSecond();
        try {
            ddb.putItem(put -> put.tableName(table)
                    .item(new Session(sessionId, page, 0, now + LIFE.toSeconds()).item())
                    .conditionExpression("attribute_not_exists(PK) OR #ttl <= :now")
                    .expressionAttributeNames(Map.of("#ttl", "ttl"))
                    .expressionAttributeValues(Map.of(":now", AttributeValue.fromN(Long.toString(now)))));
        } catch (ConditionalCheckFailedException myFirstAttempt) {
            // It is there, and that is what was wanted.
        }
        return Creation.CREATED;
    }
}
