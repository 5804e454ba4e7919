package dojo.lab.bill;

import dojo.lab.bill.Outcome.Answered;
import dojo.lab.item.Cause;
import dojo.lab.item.ItemSize;
import dojo.lab.item.Items;
import dojo.lab.store.Store;
import software.amazon.awssdk.services.dynamodb.model.ExecuteStatementRequest;
import software.amazon.awssdk.services.dynamodb.model.ExecuteStatementResponse;

/** ExecuteStatement: the least that one {@link Statement} can cost. */
record StatementTariff(Items items) implements Tariff<ExecuteStatementRequest> {

    @Override
    public String asks(ExecuteStatementRequest request, Store store) {
        return new Statement(request.statement()).brief();
    }

    @Override
    public Outcome settle(ExecuteStatementRequest request, Store store) {
        var answer = (ExecuteStatementResponse) items.execute(request, store, Cause.CLIENT);
        long bytes = answer.items().stream().mapToLong(ItemSize::bytes).sum();
        Cost cost = new Statement(request.statement()).floor(ReadUnits.of(request.consistentRead()), bytes);
        return new Answered(answer, cost, Brief.count(answer.items().size(), "item"));
    }
}
