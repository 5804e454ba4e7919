package dojo.lab.bill;

import dojo.lab.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.Select;

/**
 * Reads again, as it was read the first time, what a filter, a projection or a count kept out of an answer.
 *
 * <p>Writers may come between the two readings: the bill is then that of the second.
 */
final class Rereading {

    private Rereading() {}

    /** So many items from where the query began, whole or as the index holds them. */
    static List<Map<String, AttributeValue>> of(QueryRequest request, Select select, int scanned, Store store) {
        Placeholders used = Placeholders.of(request).usedIn(request.keyConditionExpression());
        QueryRequest.Builder again = request.toBuilder()
                .select(request.indexName() == null ? Select.ALL_ATTRIBUTES : select)
                .filterExpression(null)
                .queryFilter(null)
                .conditionalOperator((String) null)
                .projectionExpression(null)
                .attributesToGet((List<String>) null)
                .expressionAttributeNames(used.namesOrNull())
                .expressionAttributeValues(used.valuesOrNull())
                .returnConsumedCapacity((ReturnConsumedCapacity) null);
        return collect(
                request.exclusiveStartKey(),
                scanned,
                (from, limit) -> Page.read(
                        again.exclusiveStartKey(from.isEmpty() ? null : from)
                                .limit(limit)
                                .build(),
                        store));
    }

    /** So many items from where the scan began, whole or as the index holds them. */
    static List<Map<String, AttributeValue>> of(ScanRequest request, Select select, int scanned, Store store) {
        ScanRequest.Builder again = request.toBuilder()
                .select(request.indexName() == null ? Select.ALL_ATTRIBUTES : select)
                .filterExpression(null)
                .scanFilter(null)
                .conditionalOperator((String) null)
                .projectionExpression(null)
                .attributesToGet((List<String>) null)
                .expressionAttributeNames(null)
                .expressionAttributeValues(null)
                .returnConsumedCapacity((ReturnConsumedCapacity) null);
        return collect(
                request.exclusiveStartKey(),
                scanned,
                (from, limit) -> Page.read(
                        again.exclusiveStartKey(from.isEmpty() ? null : from)
                                .limit(limit)
                                .build(),
                        store));
    }

    /** One page of the store may end before all is read: DynamoDB Local lets a filtered query read more than 1 MB. */
    private static List<Map<String, AttributeValue>> collect(
            Map<String, AttributeValue> startKey, int scanned, Pages pages) {
        List<Map<String, AttributeValue>> read = new ArrayList<>();
        Map<String, AttributeValue> from = startKey;
        while (read.size() < scanned) {
            Page page = pages.read(from, scanned - read.size());
            read.addAll(page.items());
            from = page.lastKey();
            if (from.isEmpty()) {
                break;
            }
        }
        return read;
    }

    private interface Pages {
        Page read(Map<String, AttributeValue> startKey, int limit);
    }
}
