package dojo.c03_reading.e3_resume_token;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

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
        int offset = token.map(Integer::parseInt).orElse(0);
        List<Turn> turns = ddb
                .query(query -> query.tableName(table)
                        .keyConditionExpression("PK = :pk AND begins_with(SK, :turn)")
                        .expressionAttributeValues(Map.of(
                                ":pk", AttributeValue.fromS("SESSION#" + ask.sessionId()),
                                ":turn", AttributeValue.fromS("TURN#")))
                        .scanIndexForward(!ask.newestFirst())
                        .limit(offset + ask.size()))
                .items()
                .stream()
                .skip(offset)
                .map(Turn::from)
                .toList();
        boolean full = turns.size() == ask.size();
        return new Reply.Page(turns, full ? Optional.of(Integer.toString(offset + ask.size())) : Optional.empty());
    }
}
