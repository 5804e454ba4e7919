package dojo.lab.bill;

import dojo.lab.bill.Outcome.Answered;
import dojo.lab.bill.Outcome.Refused;
import dojo.lab.law.Law;
import dojo.lab.store.Store;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchExecuteStatementRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteTableRequest;
import software.amazon.awssdk.services.dynamodb.model.ExecuteStatementRequest;
import software.amazon.awssdk.services.dynamodb.model.ExecuteTransactionRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableRequest;

/**
 * Computes what each request costs, writes it on the meter, and corrects the {@code ConsumedCapacity} of the answer.
 *
 * <p>Requests that read or write items are counted and priced, refused ones included. Everything else (tables, time to
 * live, streams, tags, backups) is neither: it takes no units of a table.
 *
 * <p>It must stand directly in front of the store, and be the only way to it for writers: it reads items before and
 * after a write, under locks of its own. Safe for use by many threads.
 */
public final class Billing implements Law {

    private final Meter meter;
    private final Tables tables = new Tables();
    private final Map<Class<?>, Priced<?>> prices = new HashMap<>();

    public Billing(Meter meter) {
        this.meter = meter;
        price(GetItemRequest.class, new GetTariff(tables));
        price(PutItemRequest.class, new PutTariff(tables));
        price(UpdateItemRequest.class, new UpdateTariff(tables));
        price(DeleteItemRequest.class, new DeleteTariff(tables));
        price(QueryRequest.class, new QueryTariff(tables.shapes()));
        price(ScanRequest.class, new ScanTariff(tables.shapes()));
        price(BatchGetItemRequest.class, new BatchGetTariff());
        price(BatchWriteItemRequest.class, new BatchWriteTariff(tables));
        price(TransactGetItemsRequest.class, new TransactGetTariff());
        price(TransactWriteItemsRequest.class, new TransactWriteTariff(tables, new Replays(InstantSource.system())));
        price(ExecuteStatementRequest.class, new StatementTariff());
        price(BatchExecuteStatementRequest.class, new BatchStatementTariff());
        price(ExecuteTransactionRequest.class, new StatementTransactionTariff());
    }

    @Override
    public AwsResponse apply(AwsRequest request, Store rest) {
        Priced<?> priced = prices.get(request.getClass());
        return priced == null ? unbilled(request, rest) : priced.settle(request, rest, meter);
    }

    /**
     * Passes everything on without a bill, as a law for a second way into the same store: what changes a table there
     * is not missed here.
     */
    public AwsResponse unbilled(AwsRequest request, Store rest) {
        try {
            return rest.execute(request);
        } finally {
            changedTable(request).ifPresent(tables.shapes()::forget);
        }
    }

    private static Optional<String> changedTable(AwsRequest request) {
        @Nullable String name = null;
        if (request instanceof CreateTableRequest create) {
            name = create.tableName();
        } else if (request instanceof UpdateTableRequest update) {
            name = update.tableName();
        } else if (request instanceof DeleteTableRequest delete) {
            name = delete.tableName();
        }
        return Optional.ofNullable(name);
    }

    private <Q extends AwsRequest> void price(Class<Q> type, Tariff<Q> tariff) {
        String name = type.getSimpleName().replaceFirst("Request$", "");
        prices.put(type, new Priced<>(name, type, tariff));
    }

    /** A tariff and the only type of request that it takes. */
    private record Priced<Q extends AwsRequest>(String operation, Class<Q> type, Tariff<Q> tariff) {

        AwsResponse settle(AwsRequest untyped, Store store, Meter meter) {
            Q request = type.cast(untyped);
            String asked = tariff.asks(request, store);
            Outcome outcome = outcome(request, store);
            meter.record(line(asked, outcome));
            if (outcome instanceof Refused refused) {
                throw refused.reason();
            }
            return ((Answered) outcome).response();
        }

        private Outcome outcome(Q request, Store store) {
            try {
                return tariff.settle(request, store);
            } catch (RuntimeException e) {
                // Whatever went wrong, a request was made; what it may have cost is not known.
                return new Refused(e, Cost.NOTHING);
            }
        }

        private RequestLine line(String asked, Outcome outcome) {
            double readUnits = outcome.cost().readUnits();
            double writeUnits = outcome.cost().writeUnits();
            if (outcome instanceof Refused refused) {
                Optional<String> error = Optional.of(refused.reason().getClass().getSimpleName());
                return new RequestLine(operation, asked + refused.detail(), readUnits, writeUnits, error);
            }
            String result = ((Answered) outcome).result();
            return new RequestLine(operation, asked + " -> " + result, readUnits, writeUnits, Optional.empty());
        }
    }
}
