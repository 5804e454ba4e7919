// Idea: The token names the last turn that was shown, and the key condition begins behind it.
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
        String about = (ask.newestFirst() ? "newest\n" : "oldest\n") + ask.sessionId() + "\n";
        Optional<String> seen = token.flatMap(seal::open)
                .filter(text -> text.startsWith(about))
                .map(text -> text.substring(about.length()));
        if (token.isPresent() && seen.isEmpty()) {
            return new Reply.Refused();
        }
        AttributeValue pk = AttributeValue.fromS("SESSION#" + ask.sessionId()); // never from the token
        int last = seen.map(Integer::parseInt).orElse(ask.newestFirst() ? 1_000_000 : 0);
        int from = ask.newestFirst() ? 0 : last + 1;
        int to = ask.newestFirst() ? last - 1 : 999_999;
        if (from > to) {
            return new Reply.Page(List.of(), Optional.empty());
        }
        List<Turn> turns = ddb
                .query(query -> query.tableName(table)
                        .keyConditionExpression("PK = :pk AND SK BETWEEN :from AND :to")
                        .expressionAttributeValues(Map.of(
                                ":pk", pk,
                                ":from", AttributeValue.fromS("TURN#%06d".formatted(from)),
                                ":to", AttributeValue.fromS("TURN#%06d".formatted(to))))
                        .scanIndexForward(!ask.newestFirst())
                        .limit(ask.size() + 1)) // one more than is shown says whether anything follows
                .items()
                .stream()
                .map(Turn::from)
                .toList();
        if (turns.size() <= ask.size()) {
            return new Reply.Page(turns, Optional.empty());
        }
        List<Turn> shown = turns.subList(0, ask.size());
        return new Reply.Page(
                shown, Optional.of(seal.seal(about + shown.get(ask.size() - 1).number())));
    }
}
