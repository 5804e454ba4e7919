// Idea: An index key of its own, and only the attributes that the list of sessions shows are copied.
package dojo.c07_indexes.e8_model_the_session;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** Where everything of a chat lives, and how it is found again. */
public final class SessionModel implements Model {
    @Override
    public void table(CreateTableRequest.Builder table) {
        table.attributeDefinitions(
                        Keys.string("PK"), Keys.string("SK"), Keys.string("recent_of"), Keys.number("active_at"))
                .keySchema(Keys.partition("PK"), Keys.sort("SK"))
                .globalSecondaryIndexes(Keys.index("by_customer", "recent_of", "active_at").toBuilder()
                        .projection(copied -> copied.projectionType(ProjectionType.INCLUDE)
                                .nonKeyAttributes("session_id", "customer_id", "opened_at"))
                        .build());
    }

    @Override
    public Map<String, AttributeValue> item(Session session) {
        Map<String, AttributeValue> item = Keys.under("SESSION#" + session.id(), "META", session.attributes());
        session.customer().ifPresent(customer -> item.put("recent_of", AttributeValue.fromS("CUSTOMER#" + customer)));
        return item;
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
                .keyConditionExpression("recent_of = :customer")
                .expressionAttributeValues(Map.of(":customer", AttributeValue.fromS("CUSTOMER#" + customer)))
                .scanIndexForward(false)
                .limit(count);
    }
}
