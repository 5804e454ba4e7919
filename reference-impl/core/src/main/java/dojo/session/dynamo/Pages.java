package dojo.session.dynamo;

import dojo.session.work.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** Reads all pages of a query. */
final class Pages {
    private Pages() {}

    static Work<List<Map<String, AttributeValue>>> of(QueryRequest query) {
        return Work.repeat(
                new Read(query, List.of()),
                so -> Work.ask(so.next()).map(page -> {
                    List<Map<String, AttributeValue>> items = new ArrayList<>(so.items());
                    items.addAll(page.items());
                    return page.hasLastEvaluatedKey()
                            ? Work.again(new Read(
                                    query.toBuilder()
                                            .exclusiveStartKey(page.lastEvaluatedKey())
                                            .build(),
                                    items))
                            : Work.finished(items);
                }));
    }

    private record Read(QueryRequest next, List<Map<String, AttributeValue>> items) {}
}
