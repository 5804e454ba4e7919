package dojo.session.dynamo;

import static dojo.session.dynamo.Items.number;

import dojo.session.CustomerId;
import dojo.session.Listed;
import dojo.session.Page;
import dojo.session.SessionId;
import dojo.session.work.Work;
import dojo.session.work.Work.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/**
 * Access pattern 6: the sessions of a customer, newest activity first, from the index alone.
 *
 * <p>Expired sessions stay in the index until DynamoDB deletes them. They are passed over, and more is read until the
 * page is full or so many were passed that the caller should decide. That they are left out by a filter saves bytes,
 * not units.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Query.FilterExpression.html">AWS: a
 *     filter is applied after the items are read</a>
 */
record ListSessions(String table) {
    /** So many entries are read at once at least: a request costs at least what about fifteen of them do. */
    private static final int AT_ONCE = 25;

    /** So many questions are asked for one page at most: a thousand expired sessions or so. */
    private static final int MOST_QUESTIONS = 10;

    Work<Listed> sessions(CustomerId customer, Page page) {
        Map<String, AttributeValue> from =
                page.after().map(token -> PageToken.read(customer, token)).orElse(Map.of());
        return Work.now()
                .then(now -> Work.repeat(new Found(List.of(), from, 1), found -> more(customer, page, now, found)));
    }

    private record Found(List<Listed.Entry> sessions, Map<String, AttributeValue> next, int question) {}

    private Work<Step<Found, Listed>> more(CustomerId customer, Page page, Instant now, Found before) {
        // One more than wanted, to know whether there is another page.
        int wanted = page.size() - before.sessions().size() + 1;
        int limit = before.question() == 1 ? Math.max(wanted, AT_ONCE) : 100;
        return Work.ask(query(customer, before.next(), limit, now)).then(answer -> {
            List<Listed.Entry> sessions = new ArrayList<>(before.sessions());
            for (Map<String, AttributeValue> item : answer.items()) {
                if (sessions.size() == page.size()) {
                    return page(customer, sessions, Optional.of(sessions.get(page.size() - 1)));
                }
                sessions.add(entry(item));
            }
            return before.question() == MOST_QUESTIONS || !answer.hasLastEvaluatedKey()
                    ? last(customer, sessions, answer)
                    : Work.done(Work.again(new Found(sessions, answer.lastEvaluatedKey(), before.question() + 1)));
        });
    }

    private static Work<Step<Found, Listed>> page(
            CustomerId customer, List<Listed.Entry> sessions, Optional<Listed.Entry> last) {
        Optional<String> next =
                last.map(entry -> PageToken.of(customer, entry.activeAt().getEpochSecond(), entry.session()));
        return Work.billed(bill -> Work.finished(new Listed(sessions, next, bill)));
    }

    /** The list is at its end, or the page stays short because too many entries were passed over. */
    private static Work<Step<Found, Listed>> last(
            CustomerId customer, List<Listed.Entry> sessions, QueryResponse answer) {
        Optional<String> next = answer.hasLastEvaluatedKey()
                ? Optional.of(PageToken.of(
                        customer, Items.whole(answer.lastEvaluatedKey(), "GSI1SK"), session(answer.lastEvaluatedKey())))
                : Optional.empty();
        return Work.billed(bill -> Work.finished(new Listed(sessions, next, bill)));
    }

    // tag::sessions[]
    private QueryRequest query(CustomerId customer, Map<String, AttributeValue> from, int limit, Instant now) {
        QueryRequest.Builder query = QueryRequest.builder()
                .tableName(table)
                .indexName(SessionTable.CUSTOMER_INDEX)
                .keyConditionExpression("GSI1PK = :customer")
                .filterExpression("expires_at > :now")
                .projectionExpression("PK, GSI1SK, created_at, expires_at, title, preview, #status, intent")
                .expressionAttributeNames(Map.of("#status", "status"))
                .expressionAttributeValues(
                        Map.of(":customer", Keys.customer(customer), ":now", number(now.getEpochSecond())))
                .scanIndexForward(false)
                .limit(limit);
        return (from.isEmpty() ? query : query.exclusiveStartKey(from)).build();
    }
    // end::sessions[]

    private static Listed.Entry entry(Map<String, AttributeValue> item) {
        return new Listed.Entry(
                session(item),
                Instant.ofEpochMilli(Items.whole(item, "created_at")),
                Instant.ofEpochSecond(Items.whole(item, "GSI1SK")),
                Instant.ofEpochSecond(Items.whole(item, "expires_at")),
                Items.maybe(item, "title"),
                Items.maybe(item, "preview"),
                Items.maybe(item, "status"),
                Items.maybe(item, "intent"));
    }

    private static SessionId session(Map<String, AttributeValue> item) {
        return Keys.sessionId(Items.text(item, "PK"));
    }
}
