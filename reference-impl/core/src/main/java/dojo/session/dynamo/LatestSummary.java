package dojo.session.dynamo;

import static dojo.session.work.Work.again;
import static dojo.session.work.Work.finished;

import dojo.session.SessionId;
import dojo.session.work.Work;
import dojo.session.work.Work.Step;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** Finds the newest summary that still says something: redaction empties those that may quote what was taken back. */
record LatestSummary(String table) {
    private static final int AT_ONCE = 10;

    static boolean isEmptied(Map<String, AttributeValue> item) {
        return item.containsKey("kind");
    }

    /** Of whatever epoch; the newest comes first. One request, as a rule. */
    Work<Optional<Map<String, AttributeValue>>> of(SessionId session, boolean strong) {
        return Work.repeat(Map.<String, AttributeValue>of(), from -> page(session, from, strong));
    }

    private Work<Step<Map<String, AttributeValue>, Optional<Map<String, AttributeValue>>>> page(
            SessionId session, Map<String, AttributeValue> from, boolean strong) {
        QueryRequest.Builder query = backwards(session, strong);
        QueryRequest request = from.isEmpty()
                ? query.limit(1).build()
                : query.limit(AT_ONCE).exclusiveStartKey(from).build();
        return Work.ask(request).map(page -> {
            Optional<Map<String, AttributeValue>> found =
                    page.items().stream().filter(item -> !isEmptied(item)).findFirst();
            return found.isPresent()
                            || !page.hasLastEvaluatedKey()
                            || page.items().isEmpty()
                    ? finished(found)
                    : again(page.lastEvaluatedKey());
        });
    }

    private QueryRequest.Builder backwards(SessionId session, boolean strong) {
        Keys.Range all = Keys.all("SUMMARY");
        return QueryRequest.builder()
                .tableName(table)
                .keyConditionExpression("PK = :pk AND SK BETWEEN :first AND :last")
                .expressionAttributeValues(Map.of(
                        ":pk", Keys.session(session),
                        ":first", all.first(),
                        ":last", all.last()))
                .scanIndexForward(false)
                .consistentRead(strong);
    }
}
