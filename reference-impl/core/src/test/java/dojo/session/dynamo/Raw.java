package dojo.session.dynamo;

import dojo.session.Position;
import dojo.session.SessionId;
import dojo.session.Turn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What a table holds, seen past the memory, and where a position stands: for tests that judge the memory. */
public final class Raw {
    private final DynamoDbClient backstage;
    private final String table;

    public Raw(DynamoDbClient backstage, String table) {
        this.backstage = backstage;
        this.table = table;
    }

    /** A place in one of the logs that a session has had. */
    public record Where(long epoch, long number) {
        @Override
        public String toString() {
            return epoch + "#" + number;
        }
    }

    /** What stands in one place; a seal is no turn. */
    public record Slot(long number, Optional<Turn> turn, Instant ttl) {}

    /** The head of a session. */
    public record Head(long epoch, Instant expiresAt) {}

    /** All there is of a session, whether or not it may be seen; logs by their epoch. */
    public record Stored(Optional<Head> head, Map<Long, List<Slot>> logs) {}

    public static Where where(Position position) {
        Token token = Token.of(position);
        return new Where(token.epoch(), token.position());
    }

    public Stored stored(SessionId session) {
        Optional<Head> head = Optional.empty();
        Map<Long, List<Slot>> logs = new TreeMap<>();
        for (Map<String, AttributeValue> item : items(session)) {
            String key = Items.text(item, "SK");
            if (key.equals("META")) {
                Meta meta = Items.meta(session, item);
                head = Optional.of(new Head(meta.epoch(), meta.expiresAt()));
            } else if (key.startsWith("TURN#")) {
                logs.computeIfAbsent(epoch(key), epoch -> new ArrayList<>()).add(slot(item));
            }
        }
        return new Stored(head, logs);
    }

    /** The key of the place after the newest one, for a transaction of somebody else to hold. */
    public Optional<Map<String, AttributeValue>> nextPlace(SessionId session) {
        return backstage
                .query(query -> query.tableName(table)
                        .keyConditionExpression("PK = :pk AND begins_with(SK, :turn)")
                        .expressionAttributeValues(Map.of(":pk", Keys.session(session), ":turn", Keys.string("TURN#")))
                        .scanIndexForward(false)
                        .limit(1))
                .items()
                .stream()
                .findFirst()
                .map(item -> Items.text(item, "SK"))
                .map(key -> Map.of("PK", Keys.session(session), "SK", Keys.turn(epoch(key), Keys.position(key) + 1)));
    }

    public Map<String, AttributeValue> headKey(SessionId session) {
        return Keys.meta(session);
    }

    private List<Map<String, AttributeValue>> items(SessionId session) {
        return backstage
                .queryPaginator(query -> query.tableName(table)
                        .keyConditionExpression("PK = :pk")
                        .expressionAttributeValues(Map.of(":pk", Keys.session(session)))
                        .consistentRead(true))
                .items()
                .stream()
                .toList();
    }

    private static Slot slot(Map<String, AttributeValue> item) {
        Optional<Turn> turn = Items.slot(item).isSeal()
                ? Optional.empty()
                : Optional.of(Items.turn(item).turn());
        return new Slot(Keys.position(Items.text(item, "SK")), turn, Instant.ofEpochSecond(Items.whole(item, "ttl")));
    }

    private static long epoch(String turnKey) {
        return Long.parseLong(turnKey.split("#", 3)[1]);
    }
}
