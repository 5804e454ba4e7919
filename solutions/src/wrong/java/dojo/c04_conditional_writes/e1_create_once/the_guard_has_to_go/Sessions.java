// Misconception: The guard is what is in the way, and a plain put stores the same session anyway.
// Held by: a LangChain4j memory store (rodrigorjsf, 67334727848): read, then an unconditional put under a fixed key
// Rejected by: a_session_of_somebody_else_is_taken
package dojo.c04_conditional_writes.e1_create_once;

import java.time.Duration;
import java.time.InstantSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

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
        long ttl = clock.instant().plus(LIFE).getEpochSecond();
        ddb.putItem(put -> put.tableName(table).item(new Session(sessionId, page, 0, ttl).item()));
        return Creation.CREATED;
    }
}
