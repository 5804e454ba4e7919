package dojo.workbench.worker.asking;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;

/** What a learner might write; the tests look for its lines by the words behind them. */
public final class CatchUp {
    private static final Map<String, AttributeValue> KEY =
            Map.of("PK", AttributeValue.fromS("p"), "SK", AttributeValue.fromS("s"));

    private final String table;

    public CatchUp(String table) {
        this.table = table;
    }

    public void pages(DynamoDbClient ddb) {
        ddb.scanPaginator(twoAPage()).items().forEach(item -> {}); // pages
    }

    public void fromThreads(DynamoDbClient ddb) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            threads.invokeAll(
                    List.of(() -> ddb.getItem(get -> get.tableName(table).key(KEY)))); // fromThreads
        } finally {
            threads.shutdown();
        }
    }

    public void oneAfterTheOther(DynamoDbAsyncClient ddb) {
        ddb.getItem(get -> get.tableName(table).key(KEY)) // first
                .thenCompose(found -> ddb.getItem(get -> get.tableName(table).key(KEY))) // second
                .join();
    }

    public List<Object> pagesWithoutWaiting(DynamoDbAsyncClient ddb) throws ExecutionException, InterruptedException {
        List<Object> items = new ArrayList<>();
        CompletableFuture<Void> done =
                ddb.scanPaginator(twoAPage()).items().subscribe(items::add); // pagesWithoutWaiting
        done.get();
        return items;
    }

    private ScanRequest twoAPage() {
        return ScanRequest.builder().tableName(table).limit(2).build();
    }
}
