package dojo.c04_conditional_writes.e1_create_once;

import java.time.Duration;
import java.time.InstantSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
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

    /**
     * Opens a session without turns, for a day.
     * A retry brings the same request id, session and page again.
     */
    public Creation create(String requestId, String sessionId, String page) {
        long ttl = clock.instant().plus(LIFE).getEpochSecond();
        try {
            ddb.putItem(put -> put.tableName(table)
                    .item(new Session(sessionId, page, 0, ttl).item())
                    // A retry must not set turn_count back to 0.
                    .conditionExpression("attribute_not_exists(PK)"));
            return Creation.CREATED;
        } catch (ConditionalCheckFailedException there) {
            return Creation.TAKEN;
        }
    }
}
