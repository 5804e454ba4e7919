// Idea: Read everything and let the program judge what is over; an update that inserts or resets opens the session.
package dojo.c09_ttl.e1_expired_is_gone;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;

/** Sessions that end a day after they were opened. */
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

    /** Opens a session without turns; false if a session of this id is alive. */
    public boolean create(String sessionId, String page) {
        long now = clock.instant().getEpochSecond();
        try {
            ddb.updateItem(update -> update.tableName(table)
                    .key(Items.metaKey(sessionId))
                    .updateExpression("SET session_id = :id, page = :page, turn_count = :zero, #ttl = :end")
                    .conditionExpression("attribute_not_exists(PK) OR #ttl <= :now")
                    .expressionAttributeNames(Map.of("#ttl", "ttl"))
                    .expressionAttributeValues(Map.of(
                            ":now", AttributeValue.fromN(Long.toString(now)),
                            ":end", AttributeValue.fromN(Long.toString(now + LIFE.toSeconds())),
                            ":id", AttributeValue.fromS(sessionId),
                            ":page", AttributeValue.fromS(page),
                            ":zero", AttributeValue.fromN("0"))));
            return true;
        } catch (ConditionalCheckFailedException alive) {
            return false;
        }
    }

    /** The session, if it is alive. */
    public Optional<Session> find(String sessionId) {
        long now = clock.instant().getEpochSecond();
        GetItemResponse got = ddb.getItem(get -> get.tableName(table).key(Items.metaKey(sessionId)));
        boolean alive = got.hasItem() && Items.ttl(got.item()) > now;
        return alive ? Optional.of(Session.of(got.item())) : Optional.empty();
    }

    /** What was said in the session so far, oldest first; nothing if it is not alive. */
    public List<String> turns(String sessionId) {
        long now = clock.instant().getEpochSecond();
        return ddb
                .queryPaginator(query -> query.tableName(table)
                        .keyConditionExpression("PK = :pk AND begins_with(SK, :turns)")
                        .expressionAttributeValues(Map.of(
                                ":pk", AttributeValue.fromS("SESSION#" + sessionId),
                                ":turns", AttributeValue.fromS("TURN#"))))
                .items()
                .stream()
                .filter(item -> Items.ttl(item) > now)
                .map(Items::content)
                .toList();
    }
}
