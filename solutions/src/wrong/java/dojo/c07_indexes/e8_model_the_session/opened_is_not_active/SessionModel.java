// Misconception: The newest session is the one that was opened last.
// Held by: the original MangaAssist write-up, GSI1SK (set once, and read as "most recent first")
// Rejected by: every_pattern_finds_what_it_looks_for_at_every_size
package dojo.c07_indexes.e8_model_the_session;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** Where everything of a chat lives, and how it is found again. */
public final class SessionModel implements Model {
    @Override
    public void table(CreateTableRequest.Builder table) {
        table.attributeDefinitions(
                        Keys.string("PK"), Keys.string("SK"), Keys.string("customer_id"), Keys.number("opened_at"))
                .keySchema(Keys.partition("PK"), Keys.sort("SK"))
                .globalSecondaryIndexes(Keys.index("by_customer", "customer_id", "opened_at"));
    }

    @Override
    public Map<String, AttributeValue> item(Session session) {
        return Keys.under("SESSION#" + session.id(), "META", session.attributes());
    }

    @Override
    public Map<String, AttributeValue> item(Turn turn) {
        return Keys.under("SESSION#" + turn.sessionId(), "TURN#%012d".formatted(turn.position()), turn.attributes());
    }

    @Override
    public Map<String, AttributeValue> item(Summary summary) {
        return Keys.under(
                "SESSION#" + summary.sessionId(), "SUMMARY#%06d".formatted(summary.window()), summary.attributes());
    }

    @Override
    public void session(QueryRequest.Builder query, String sessionId) {
        query.keyConditionExpression("PK = :session AND SK = :meta")
                .expressionAttributeValues(Map.of(
                        ":session", AttributeValue.fromS("SESSION#" + sessionId),
                        ":meta", AttributeValue.fromS("META")));
    }

    @Override
    public void latestTurns(QueryRequest.Builder query, String sessionId, int count) {
        query.keyConditionExpression("PK = :session AND begins_with(SK, :turns)")
                .expressionAttributeValues(Map.of(
                        ":session", AttributeValue.fromS("SESSION#" + sessionId),
                        ":turns", AttributeValue.fromS("TURN#")))
                .scanIndexForward(false)
                .limit(count);
    }

    @Override
    public void latestSummary(QueryRequest.Builder query, String sessionId) {
        query.keyConditionExpression("PK = :session AND begins_with(SK, :summaries)")
                .expressionAttributeValues(Map.of(
                        ":session", AttributeValue.fromS("SESSION#" + sessionId),
                        ":summaries", AttributeValue.fromS("SUMMARY#")))
                .scanIndexForward(false)
                .limit(1);
    }

    @Override
    public void recentSessions(QueryRequest.Builder query, String customer, int count) {
        query.indexName("by_customer")
                .keyConditionExpression("customer_id = :customer")
                .expressionAttributeValues(Map.of(":customer", AttributeValue.fromS(customer)))
                .scanIndexForward(false)
                .limit(count);
    }
}
