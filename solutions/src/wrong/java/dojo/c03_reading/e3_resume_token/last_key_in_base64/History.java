// Misconception: Base64 makes a key opaque; what comes back is what was given out.
// Held by: https://github.com/aws/aws-sdk-java-v2/issues/3224 (the key as JSON, then Base64, handed to an app and back)
// Rejected by: a_token_of_another_session_is_refused
package dojo.c03_reading.e3_resume_token;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
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
        Optional<String> seen =
                token.map(text -> new String(Base64.getUrlDecoder().decode(text), UTF_8));
        AttributeValue pk = AttributeValue.fromS("SESSION#" + ask.sessionId());
        QueryRequest.Builder query = QueryRequest.builder()
                .tableName(table)
                .keyConditionExpression("PK = :pk AND begins_with(SK, :turn)")
                .expressionAttributeValues(Map.of(":pk", pk, ":turn", AttributeValue.fromS("TURN#")))
                .scanIndexForward(!ask.newestFirst())
                .limit(ask.size());
        seen.map(text -> text.split(" ", 2))
                .ifPresent(key -> query.exclusiveStartKey(Map.of(
                        "PK", AttributeValue.fromS(key[0]),
                        "SK", AttributeValue.fromS(key[1]))));
        QueryResponse page = ddb.query(query.build());
        List<Turn> turns = page.items().stream().map(Turn::from).toList();
        if (!page.hasLastEvaluatedKey()) {
            return new Reply.Page(turns, Optional.empty());
        }
        return new Reply.Page(turns, Optional.of(bookmark(page)));
    }

    private static String bookmark(QueryResponse page) {
        Map<String, AttributeValue> key = page.lastEvaluatedKey();
        String text = key.get("PK").s() + " " + key.get("SK").s();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }
}
