package dojo.lab.bill;

import dojo.lab.bill.Outcome.Answered;
import dojo.lab.bill.Outcome.Refused;
import dojo.lab.item.Cause;
import dojo.lab.item.Items;
import dojo.lab.law.Call;
import dojo.lab.law.Next;
import dojo.lab.store.Store;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchExecuteStatementRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ExecuteStatementRequest;
import software.amazon.awssdk.services.dynamodb.model.ExecuteTransactionRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * Computes what each request costs, writes it on the meter, and corrects the {@code ConsumedCapacity} of the answer.
 *
 * <p>Two laws of one mind. {@link #metering} stands outermost: requests that read or write items are counted and their
 * price noted, refused ones included. {@link #pricing} stands at the items: it finds the price. Everything else (tables,
 * time to live, streams, tags, backups) is neither counted nor priced: it takes no units of a table.
 *
 * <p>Safe for use by many threads.
 */
public final class Billing {

    private final Meter meter;
    private final Items items;
    private final Map<Class<?>, Priced<?>> prices = new HashMap<>();

    /** @param clock by which the store forgets the tokens of transactions */
    public Billing(Meter meter, Items items, InstantSource clock) {
        this.meter = meter;
        this.items = items;
        price(GetItemRequest.class, new GetTariff(items));
        price(PutItemRequest.class, new PutTariff(items));
        price(UpdateItemRequest.class, new UpdateTariff(items));
        price(DeleteItemRequest.class, new DeleteTariff(items));
        price(QueryRequest.class, new QueryTariff(items));
        price(ScanRequest.class, new ScanTariff(items));
        price(BatchGetItemRequest.class, new BatchGetTariff(items));
        price(BatchWriteItemRequest.class, new BatchWriteTariff(items));
        price(TransactGetItemsRequest.class, new TransactGetTariff(items));
        price(TransactWriteItemsRequest.class, new TransactWriteTariff(items, new Replays(clock)));
        price(ExecuteStatementRequest.class, new StatementTariff(items));
        price(BatchExecuteStatementRequest.class, new BatchStatementTariff(items));
        price(ExecuteTransactionRequest.class, new StatementTransactionTariff(items));
    }

    /** Counts every request to items, and notes what became of it: stands outermost. */
    public AwsResponse metering(Call call, Next next) {
        Priced<?> priced = prices.get(call.request().getClass());
        if (priced == null) {
            return next.answer(call);
        }
        String asked = priced.asks(call.request(), next.onBehalfOf(call));
        try {
            AwsResponse answer = next.answer(call);
            String result = call.result().isEmpty() ? "answered" : call.result();
            meter.record(line(priced, asked + " -> " + result, call, Optional.empty()));
            return answer;
        } catch (RuntimeException e) {
            // Whatever went wrong, a request was made; it costs what was noted before it went wrong.
            Optional<String> error = Optional.of(e.getClass().getSimpleName());
            meter.record(line(priced, asked + soFar(call), call, error));
            throw e;
        }
    }

    /** Carries out the request at the items and notes its price on the call: stands where items are read and written. */
    public AwsResponse pricing(Call call, Next next) {
        Priced<?> priced = prices.get(call.request().getClass());
        Store store = next.onBehalfOf(call);
        if (priced == null) {
            return items.execute(call.request(), store, Cause.CLIENT);
        }
        Outcome outcome = priced.settle(call.request(), store);
        call.charge(outcome.cost().charges());
        if (outcome instanceof Refused refused) {
            call.result(refused.detail());
            throw refused.reason();
        }
        Answered answered = (Answered) outcome;
        call.result(answered.result());
        return answered.response();
    }

    /** What had come of it: details of a refusal follow its comma, a success whose answer was lost its arrow. */
    private static String soFar(Call call) {
        String result = call.result();
        return result.isEmpty() || result.startsWith(",") ? result : " -> " + result;
    }

    private static RequestLine line(Priced<?> priced, String subject, Call call, Optional<String> error) {
        Cost cost = new Cost(call.charges());
        return new RequestLine(priced.operation(), subject, cost.readUnits(), cost.writeUnits(), error, Asker.here());
    }

    private <Q extends AwsRequest> void price(Class<Q> type, Tariff<Q> tariff) {
        String name = type.getSimpleName().replaceFirst("Request$", "");
        prices.put(type, new Priced<>(name, type, tariff));
    }

    /** A tariff and the only type of request that it takes. */
    private record Priced<Q extends AwsRequest>(String operation, Class<Q> type, Tariff<Q> tariff) {

        String asks(AwsRequest request, Store store) {
            return tariff.asks(type.cast(request), store);
        }

        Outcome settle(AwsRequest request, Store store) {
            return tariff.settle(type.cast(request), store);
        }
    }
}
