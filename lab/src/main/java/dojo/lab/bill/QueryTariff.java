package dojo.lab.bill;

import dojo.lab.bill.Outcome.Answered;
import dojo.lab.store.Store;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.Select;

/** Query: everything under the key condition is paid for, filtered out or not, and nothing found costs the minimum. */
record QueryTariff(TableShapes shapes) implements Tariff<QueryRequest> {

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
        Cost cost = price(request, store).of(page, select -> Rereading.of(request, select, page.scanned(), store));
        Receipt receipt = Receipt.of(cost, request.returnConsumedCapacity());
        return new Answered(
                answer.toBuilder()
                        .consumedCapacity(receipt.forTable(request.tableName()))
                        .build(),
                cost,
                page.result());
    }

    private PageCost price(QueryRequest request, Store store) {
        boolean projected = request.projectionExpression() != null || request.hasAttributesToGet();
        boolean filtered = request.filterExpression() != null || request.hasQueryFilter();
        return new PageCost(
                request.tableName(),
                shapes.index(request.tableName(), request.indexName(), store),
                ReadUnits.of(request.consistentRead()),
                projected || filtered || request.select() == Select.COUNT,
                Optional.ofNullable(request.select()),
                Placeholders.of(request).attributes(request.projectionExpression(), request.attributesToGet()));
    }
}
