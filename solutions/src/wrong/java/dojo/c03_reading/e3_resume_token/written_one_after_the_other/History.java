// Misconception: What is written one after the other can be told apart again.
// Held by: version 1 of the signatures of AWS requests, which joined names and values without a mark between them
// Rejected by: a_session_whose_name_begins_alike_is_another
package dojo.c03_reading.e3_resume_token;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** The turns of a session as a client scrolls through them. */
public final class History {
    private final DynamoDbClient ddb;
    private final String table;
    private final Seal seal;

    public History(DynamoDbClient ddb, String table, Seal seal) {
        this.ddb = ddb;
        this.table = table;
        this.seal = seal;
    }

    /**
     * The next page behind the token, or the first without one.
     * Whether this client may read the session was checked before; where the token comes from was not.
     */
    public Reply page(Ask ask, Optional<String> token) {
        String about = (ask.newestFirst() ? "newest" : "oldest") + ask.sessionId();
        Optional<String> seen = token.flatMap(seal::open)
                .filter(text -> text.startsWith(about))
                .map(text -> text.substring(about.length()));
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
        seen.ifPresent(sk -> query.exclusiveStartKey(Map.of("PK", pk, "SK", AttributeValue.fromS(sk))));
        QueryResponse page = ddb.query(query.build());
        List<Turn> turns = page.items().stream().map(Turn::from).toList();
        if (!page.hasLastEvaluatedKey()) {
            return new Reply.Page(turns, Optional.empty());
        }
        return new Reply.Page(turns, Optional.of(bookmark(about, page)));
    }

    private String bookmark(String about, QueryResponse page) {
        return seal.seal(about + Turn.sortKey(page.lastEvaluatedKey()));
    }
}
