// Misconception: A random id is opaque, and the server remembers what it stands for.
// Held by: services whose load balancer kept each client on one server, until one was replaced
// Rejected by: another_server_takes_the_token
package dojo.c03_reading.e3_resume_token;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** The turns of a session as a client scrolls through them. */
public final class History {
    private final DynamoDbClient ddb;
    private final String table;
    private final Map<String, Bookmark> bookmarks = new ConcurrentHashMap<>();

    public History(DynamoDbClient ddb, String table, Seal seal) {
        this.ddb = ddb;
        this.table = table;
    }

    /**
     * The next page behind the token, or the first without one.
     * Whether this client may read the session was checked before; where the token comes from was not.
     */
    public Reply page(Ask ask, Optional<String> token) {
        Optional<Bookmark> seen = token.map(bookmarks::get)
                .filter(known -> known.sessionId().equals(ask.sessionId()) && known.newestFirst() == ask.newestFirst());
        if (token.isPresent() && seen.isEmpty()) {
            return new Reply.Refused();
        }
        AttributeValue pk = AttributeValue.fromS("SESSION#" + ask.sessionId()); // never from the token
        QueryRequest.Builder query = QueryRequest.builder()
                .tableName(table)
                .keyConditionExpression("PK = :pk AND begins_with(SK, :turn)")
                .expressionAttributeValues(Map.of(":pk", pk, ":turn", AttributeValue.fromS("TURN#")))
                .scanIndexForward(!ask.newestFirst())
                .limit(ask.size());
        seen.ifPresent(known -> query.exclusiveStartKey(known.key()));
        QueryResponse page = ddb.query(query.build());
        List<Turn> turns = page.items().stream().map(Turn::from).toList();
        if (!page.hasLastEvaluatedKey()) {
            return new Reply.Page(turns, Optional.empty());
        }
        return new Reply.Page(turns, Optional.of(bookmark(ask, page)));
    }

    private record Bookmark(String sessionId, boolean newestFirst, Map<String, AttributeValue> key) {}

    private String bookmark(Ask ask, QueryResponse page) {
        String token = UUID.randomUUID().toString();
        bookmarks.put(token, new Bookmark(ask.sessionId(), ask.newestFirst(), page.lastEvaluatedKey()));
        return token;
    }
}
