package dojo.lab.bill;

import dojo.lab.bill.Outcome.Answered;
import dojo.lab.item.Items;
import dojo.lab.store.Store;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.awssdk.services.dynamodb.model.Select;

/** Scan: every item of the page is paid for, whatever the filter leaves. */
record ScanTariff(Items items) implements Tariff<ScanRequest> {

    @Override
    public String asks(ScanRequest request, Store store) {
        return Clause.of(request.tableName(), request.indexName())
                .when(request.segment() != null, "segment " + request.segment() + " of " + request.totalSegments())
                .limit(request.limit())
                .strong(request.consistentRead())
                .when(request.select() == Select.COUNT, "count only")
                .expression("filter ", request.filterExpression(), Placeholders.of(request))
                .text();
    }

    @Override
    public Outcome settle(ScanRequest request, Store store) {
        ScanResponse answer = (ScanResponse) store.execute(request);
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

    private PageCost price(ScanRequest request) {
        boolean projected = request.projectionExpression() != null || request.hasAttributesToGet();
        boolean filtered = request.filterExpression() != null || request.hasScanFilter();
        return new PageCost(
                request.tableName(),
                items.index(request.tableName(), request.indexName()),
                ReadUnits.of(request.consistentRead()),
                projected || filtered || request.select() == Select.COUNT,
                Optional.ofNullable(request.select()),
                Placeholders.of(request).attributes(request.projectionExpression(), request.attributesToGet()),
                Map.of());
    }
}
