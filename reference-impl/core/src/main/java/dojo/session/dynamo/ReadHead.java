package dojo.session.dynamo;

import dojo.session.SessionId;
import dojo.session.work.Work;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** Reads META and the view next to it with one strongly consistent request: 1 read unit up to 4 KB. */
record ReadHead(String table) {
    /**
     * The head of a session that is alive.
     *
     * @param stored the view as it is stored, perhaps one of an earlier epoch
     */
    record Head(Meta meta, Optional<View> stored) {
        /** The view of this log; that of a log which was given up says nothing. */
        View view() {
            return stored.filter(view -> meta.isIn(view.epoch()))
                    .map(view -> view.in(meta.epoch()))
                    .orElseGet(() -> View.none(meta.epoch()));
        }
    }

    Work<Optional<Head>> of(SessionId session) {
        return Work.ask(query(session)).then(page -> Work.now().map(now -> head(session, page, now)));
    }

    private QueryRequest query(SessionId session) {
        return QueryRequest.builder()
                .tableName(table)
                .keyConditionExpression("PK = :pk AND SK BETWEEN :meta AND :view")
                .expressionAttributeValues(Map.of(
                        ":pk", Keys.session(session),
                        ":meta", Keys.meta(session).get("SK"),
                        ":view", Keys.view(session).get("SK")))
                .consistentRead(true)
                .build();
    }

    private static Optional<Head> head(SessionId session, QueryResponse page, Instant now) {
        Map<AttributeValue, Map<String, AttributeValue>> items =
                page.items().stream().collect(Collectors.toMap(item -> item.get("SK"), Function.identity()));
        return Optional.ofNullable(items.get(Keys.meta(session).get("SK")))
                .map(item -> Items.meta(session, item))
                .filter(meta -> !meta.expired(now))
                .map(meta -> new Head(
                        meta,
                        Optional.ofNullable(items.get(Keys.view(session).get("SK")))
                                .map(View::of)));
    }
}
