package dojo.c07_indexes.e8_model_the_session;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** A design: one table, three kinds of items, four things that are asked. Each is asked with one request. */
public interface Model {
    /** Keys and indexes. Name and billing mode are set. */
    void table(CreateTableRequest.Builder table);

    /** Each item: the attributes that are given, and the keys that you choose. */
    Map<String, AttributeValue> item(Session session);

    Map<String, AttributeValue> item(Turn turn);

    Map<String, AttributeValue> item(Summary summary);

    /** One session. The name of the table is set, here and below. */
    void session(QueryRequest.Builder query, String sessionId);

    /** The last turns of a session, newest first. */
    void latestTurns(QueryRequest.Builder query, String sessionId, int count);

    /** The summary with the highest window; it must come first. */
    void latestSummary(QueryRequest.Builder query, String sessionId);

    /** The sessions of a customer in which something was said last, newest first; they must come first. */
    void recentSessions(QueryRequest.Builder query, String customer, int count);
}
