package dojo.lab.bill;

import dojo.lab.store.Store;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

/** One page of the answer to a Query or a Scan. */
record Page(List<Map<String, AttributeValue>> items, int count, int scanned, Map<String, AttributeValue> lastKey) {

    static Page of(QueryResponse answer) {
        return new Page(answer.items(), answer.count(), answer.scannedCount(), answer.lastEvaluatedKey());
    }

    static Page of(ScanResponse answer) {
        return new Page(answer.items(), answer.count(), answer.scannedCount(), answer.lastEvaluatedKey());
    }

    static Page read(QueryRequest request, Store store) {
        return of((QueryResponse) store.execute(request));
    }

    static Page read(ScanRequest request, Store store) {
        return of((ScanResponse) store.execute(request));
    }

    /** What came of the request, for its line on the bill. */
    String result() {
        String items = count == scanned ? Brief.count(count, "item") : count + " of " + Brief.count(scanned, "item");
        return lastKey.isEmpty() ? items : items + " and a LastEvaluatedKey";
    }
}
