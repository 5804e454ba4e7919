package dojo.lab.local;

import dojo.lab.law.Call;
import dojo.lab.law.Law;
import dojo.lab.law.Next;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.Select;

/**
 * Ends the page of a filtered Query at 1 MB of items read: where Local read more, the query runs once without its filter
 * to find the end of the page, and once with it to that end.
 *
 * <p>Local's receipt tells what it read. It replaces the one that was asked for: the bill writes its own.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Query.FilterExpression.html">
 *     "A Query operation can retrieve a maximum of 1 MB of data. This limit applies before the filter expression is
 *     evaluated."</a>
 */
final class FilteredPages implements Law {

    /** 1 MB in the units of an eventually consistent read, half a unit for each 4 KB. */
    private static final double ONE_MEGABYTE = 128;

    @Override
    public AwsResponse apply(Call call, Next next) {
        if (!(call.request() instanceof QueryRequest query)
                || (query.filterExpression() == null && !query.hasQueryFilter())) {
            return next.answer(call);
        }
        QueryRequest receipted = unasked(query)
                ? query.toBuilder()
                        .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                        .build()
                : query;
        QueryResponse answer = (QueryResponse) next.answer(call.with(receipted));
        return readTooMuch(query, answer) ? capped(query, call, next, answer) : asAsked(query, answer);
    }

    private static boolean readTooMuch(QueryRequest query, QueryResponse answer) {
        if (answer.consumedCapacity() == null) {
            return true;
        }
        double strong = Boolean.TRUE.equals(query.consistentRead()) ? 2 : 1;
        return answer.consumedCapacity().capacityUnits() > ONE_MEGABYTE * strong;
    }

    private static AwsResponse capped(QueryRequest query, Call call, Next next, QueryResponse uncapped) {
        PagedRead read = new PagedRead.OfQuery(query);
        Page page = Page.of(next.answer(call.with(read.whole(Select.COUNT).request())));
        if (page.last().isEmpty() || page.scanned() == uncapped.scannedCount()) {
            return asAsked(query, uncapped);
        }
        return next.answer(
                call.with(read.from(query.exclusiveStartKey(), page.scanned()).request()));
    }

    private static AwsResponse asAsked(QueryRequest query, QueryResponse answer) {
        return unasked(query)
                ? answer.toBuilder().consumedCapacity((ConsumedCapacity) null).build()
                : answer;
    }

    private static boolean unasked(QueryRequest query) {
        return query.returnConsumedCapacity() == null || query.returnConsumedCapacity() == ReturnConsumedCapacity.NONE;
    }
}
