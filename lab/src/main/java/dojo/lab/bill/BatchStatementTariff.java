package dojo.lab.bill;

import dojo.lab.bill.Outcome.Answered;
import dojo.lab.item.Cause;
import dojo.lab.item.ItemSize;
import dojo.lab.item.Items;
import dojo.lab.store.Store;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.model.BatchExecuteStatementRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchExecuteStatementResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchStatementRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchStatementResponse;

/** BatchExecuteStatement: the least that its {@link Statement}s can cost, each by itself. */
record BatchStatementTariff(Items items) implements Tariff<BatchExecuteStatementRequest> {

    @Override
    public String asks(BatchExecuteStatementRequest request, Store store) {
        return request.statements().stream()
                .map(one -> new Statement(one.statement()).brief())
                .collect(
                        Collectors.collectingAndThen(Collectors.joining("; "), all -> Brief.fold(all, Clause.LONGEST)));
    }

    @Override
    public Outcome settle(BatchExecuteStatementRequest request, Store store) {
        var answer = (BatchExecuteStatementResponse) items.execute(request, store, Cause.CLIENT);
        List<BatchStatementRequest> asked = request.statements();
        List<BatchStatementResponse> answers = answer.responses();
        Cost cost = Cost.sum(IntStream.range(0, asked.size())
                .mapToObj(i -> new Statement(asked.get(i).statement())
                        .floor(
                                ReadUnits.of(asked.get(i).consistentRead()),
                                ItemSize.bytes(answers.get(i).item()))));
        return new Answered(answer, cost, Brief.count(answers.size(), "answer"));
    }
}
