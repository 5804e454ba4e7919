package dojo.session.work;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/**
 * One request, whichever client will carry it; it always asks what it consumed. Immutable.
 *
 * @param <R> the response
 */
public final class Ask<R extends DynamoDbResponse> {
    private static final ReturnConsumedCapacity TOTAL = ReturnConsumedCapacity.TOTAL;

    private final DynamoDbRequest request;
    private final Wire<?, R> wire;

    private <Q extends DynamoDbRequest> Ask(DynamoDbRequest request, Wire<Q, R> wire) {
        this.request = request;
        this.wire = wire;
    }

    /** Both ways to send a request of one kind, and where its response says what it consumed. */
    private record Wire<Q extends DynamoDbRequest, R extends DynamoDbResponse>(
            String operation,
            Class<Q> type,
            BiFunction<DynamoDbClient, Q, R> blocking,
            BiFunction<DynamoDbAsyncClient, Q, CompletableFuture<R>> async,
            Function<R, List<ConsumedCapacity>> consumed) {
        R send(DynamoDbClient client, DynamoDbRequest request) {
            return blocking.apply(client, type.cast(request));
        }

        CompletableFuture<R> send(DynamoDbAsyncClient client, DynamoDbRequest request) {
            return async.apply(client, type.cast(request));
        }
    }

    private static final Wire<GetItemRequest, GetItemResponse> GET = new Wire<>(
            "GetItem",
            GetItemRequest.class,
            DynamoDbClient::getItem,
            DynamoDbAsyncClient::getItem,
            answer -> one(answer.consumedCapacity()));
    private static final Wire<BatchGetItemRequest, BatchGetItemResponse> BATCH_GET = new Wire<>(
            "BatchGetItem",
            BatchGetItemRequest.class,
            DynamoDbClient::batchGetItem,
            DynamoDbAsyncClient::batchGetItem,
            BatchGetItemResponse::consumedCapacity);
    private static final Wire<QueryRequest, QueryResponse> QUERY = new Wire<>(
            "Query",
            QueryRequest.class,
            DynamoDbClient::query,
            DynamoDbAsyncClient::query,
            answer -> one(answer.consumedCapacity()));
    private static final Wire<ScanRequest, ScanResponse> SCAN = new Wire<>(
            "Scan",
            ScanRequest.class,
            DynamoDbClient::scan,
            DynamoDbAsyncClient::scan,
            answer -> one(answer.consumedCapacity()));
    private static final Wire<PutItemRequest, PutItemResponse> PUT = new Wire<>(
            "PutItem",
            PutItemRequest.class,
            DynamoDbClient::putItem,
            DynamoDbAsyncClient::putItem,
            answer -> one(answer.consumedCapacity()));
    private static final Wire<UpdateItemRequest, UpdateItemResponse> UPDATE = new Wire<>(
            "UpdateItem",
            UpdateItemRequest.class,
            DynamoDbClient::updateItem,
            DynamoDbAsyncClient::updateItem,
            answer -> one(answer.consumedCapacity()));
    private static final Wire<DeleteItemRequest, DeleteItemResponse> DELETE = new Wire<>(
            "DeleteItem",
            DeleteItemRequest.class,
            DynamoDbClient::deleteItem,
            DynamoDbAsyncClient::deleteItem,
            answer -> one(answer.consumedCapacity()));
    private static final Wire<BatchWriteItemRequest, BatchWriteItemResponse> BATCH_WRITE = new Wire<>(
            "BatchWriteItem",
            BatchWriteItemRequest.class,
            DynamoDbClient::batchWriteItem,
            DynamoDbAsyncClient::batchWriteItem,
            BatchWriteItemResponse::consumedCapacity);
    private static final Wire<TransactWriteItemsRequest, TransactWriteItemsResponse> TRANSACT_WRITE = new Wire<>(
            "TransactWriteItems",
            TransactWriteItemsRequest.class,
            DynamoDbClient::transactWriteItems,
            DynamoDbAsyncClient::transactWriteItems,
            TransactWriteItemsResponse::consumedCapacity);

    public static Ask<GetItemResponse> of(GetItemRequest request) {
        return new Ask<>(request.toBuilder().returnConsumedCapacity(TOTAL).build(), GET);
    }

    public static Ask<BatchGetItemResponse> of(BatchGetItemRequest request) {
        return new Ask<>(request.toBuilder().returnConsumedCapacity(TOTAL).build(), BATCH_GET);
    }

    public static Ask<QueryResponse> of(QueryRequest request) {
        return new Ask<>(request.toBuilder().returnConsumedCapacity(TOTAL).build(), QUERY);
    }

    public static Ask<ScanResponse> of(ScanRequest request) {
        return new Ask<>(request.toBuilder().returnConsumedCapacity(TOTAL).build(), SCAN);
    }

    public static Ask<PutItemResponse> of(PutItemRequest request) {
        return new Ask<>(request.toBuilder().returnConsumedCapacity(TOTAL).build(), PUT);
    }

    public static Ask<UpdateItemResponse> of(UpdateItemRequest request) {
        return new Ask<>(request.toBuilder().returnConsumedCapacity(TOTAL).build(), UPDATE);
    }

    public static Ask<DeleteItemResponse> of(DeleteItemRequest request) {
        return new Ask<>(request.toBuilder().returnConsumedCapacity(TOTAL).build(), DELETE);
    }

    public static Ask<BatchWriteItemResponse> of(BatchWriteItemRequest request) {
        return new Ask<>(request.toBuilder().returnConsumedCapacity(TOTAL).build(), BATCH_WRITE);
    }

    public static Ask<TransactWriteItemsResponse> of(TransactWriteItemsRequest request) {
        return new Ask<>(request.toBuilder().returnConsumedCapacity(TOTAL).build(), TRANSACT_WRITE);
    }

    /** As the service calls it, for example {@code PutItem}. */
    public String operation() {
        return wire.operation();
    }

    public DynamoDbRequest request() {
        return request;
    }

    /** Whether units of writing are consumed. */
    public boolean writes() {
        return request instanceof PutItemRequest
                || request instanceof UpdateItemRequest
                || request instanceof DeleteItemRequest
                || request instanceof BatchWriteItemRequest
                || request instanceof TransactWriteItemsRequest;
    }

    /** The same request with settings of its own, for example a time limit. */
    public Ask<R> configured(AwsRequestOverrideConfiguration configuration) {
        var changed = request.toBuilder().overrideConfiguration(configuration).build();
        return new Ask<>((DynamoDbRequest) changed, wire);
    }

    R send(DynamoDbClient client) {
        return wire.send(client, request);
    }

    CompletableFuture<R> send(DynamoDbAsyncClient client) {
        return wire.send(client, request);
    }

    List<ConsumedCapacity> consumed(R response) {
        return wire.consumed().apply(response);
    }

    private static List<ConsumedCapacity> one(@Nullable ConsumedCapacity consumed) {
        return consumed == null ? List.of() : List.of(consumed);
    }

    @Override
    public String toString() {
        return operation();
    }
}
