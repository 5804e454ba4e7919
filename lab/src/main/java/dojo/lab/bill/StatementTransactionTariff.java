package dojo.lab.bill;

import dojo.lab.bill.Outcome.Answered;
import dojo.lab.item.Cause;
import dojo.lab.item.ItemSize;
import dojo.lab.item.Items;
import dojo.lab.store.Store;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.model.ExecuteTransactionRequest;
import software.amazon.awssdk.services.dynamodb.model.ExecuteTransactionResponse;
import software.amazon.awssdk.services.dynamodb.model.ItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ParameterizedStatement;

/** ExecuteTransaction: the least that its {@link Statement}s can cost, twice. */
record StatementTransactionTariff(Items items) implements Tariff<ExecuteTransactionRequest> {

    @Override
    public String asks(ExecuteTransactionRequest request, Store store) {
        return request.transactStatements().stream()
                .map(one -> new Statement(one.statement()).brief())
                .collect(
                        Collectors.collectingAndThen(Collectors.joining("; "), all -> Brief.fold(all, Clause.LONGEST)));
    }

    @Override
    public Outcome settle(ExecuteTransactionRequest request, Store store) {
        var answer = (ExecuteTransactionResponse) items.execute(request, store, Cause.CLIENT);
        List<ParameterizedStatement> asked = request.transactStatements();
        List<ItemResponse> answers = answer.responses();
        Cost cost = Cost.sum(IntStream.range(0, asked.size())
                .mapToObj(i -> new Statement(asked.get(i).statement())
                        .floor(ReadUnits.TRANSACTIONAL, i < answers.size() ? bytes(answers.get(i)) : 0)));
        return new Answered(answer, cost, "committed");
    }

    private static long bytes(ItemResponse answer) {
        return ItemSize.bytes(answer.item());
    }
}
