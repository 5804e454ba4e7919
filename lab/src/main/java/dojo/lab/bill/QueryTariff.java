package dojo.lab.bill;

import dojo.lab.bill.Outcome.Answered;
import dojo.lab.item.IndexShape;
import dojo.lab.item.Items;
import dojo.lab.item.Queried;
import dojo.lab.store.Store;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.Select;

/** Query: everything under the key condition is paid for, filtered out or not, and nothing found costs the minimum. */
record QueryTariff(Items items) implements Tariff<QueryRequest> {

    @Override
    public String asks(QueryRequest request, Store store) {
        Placeholders placeholders = Placeholders.of(request);
        return Clause.of(request.tableName(), request.indexName())
                .keyCondition(request.keyConditionExpression(), placeholders)
                .when(
                        request.hasKeyConditions(),
                        "KeyConditions on " + request.keyConditions().keySet())
                .when(Boolean.FALSE.equals(request.scanIndexForward()), "descending")
                .limit(request.limit())
                .strong(request.consistentRead())
                .when(request.select() == Select.COUNT, "count only")
                .expression("filter ", request.filterExpression(), placeholders)
                .text();
    }

    @Override
    public Outcome settle(QueryRequest request, Store store) {
        QueryResponse answer = (QueryResponse) store.execute(request);
        Page page = Page.of(answer);
        Cost cost = price(request).of(page, select -> Rereading.of(request, select, page.scanned(), store));
        Receipt receipt = Receipt.of(cost, request.returnConsumedCapacity());
        return new Answered(
                answer.toBuilder()
                        .consumedCapacity(receipt.forTable(request.tableName()))
                        .build(),
                cost,
                page.result());
    }

    private PageCost price(QueryRequest request) {
        boolean projected = request.projectionExpression() != null || request.hasAttributesToGet();
        boolean filtered = request.filterExpression() != null || request.hasQueryFilter();
        return new PageCost(
                request.tableName(),
                items.index(request.tableName(), request.indexName()),
                ReadUnits.of(request.consistentRead()),
                projected || filtered || request.select() == Select.COUNT,
                Optional.ofNullable(request.select()),
                Placeholders.of(request).attributes(request.projectionExpression(), request.attributesToGet()),
                Queried.partition(request, partitionKey(request)));
    }

    private List<String> partitionKey(QueryRequest request) {
        return items.index(request.tableName(), request.indexName())
                .map(IndexShape::partitionKey)
                .orElseGet(() -> items.shape(request.tableName()).partitionKey());
    }
}
