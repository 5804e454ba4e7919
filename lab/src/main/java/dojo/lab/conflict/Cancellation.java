package dojo.lab.conflict;

import dojo.lab.law.Call;
import dojo.lab.law.Refusals;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;

/** The end of a transaction that met others: a reason for each of its actions, in their order. */
final class Cancellation {

    private static final String CODE = "TransactionConflict";

    private Cancellation() {}

    /**
     * The refusal.
     *
     * @param obstacles what each action met, if anything
     * @param judged the reasons of the store, if it was asked; else nothing
     */
    static AwsServiceException of(Call call, List<Optional<String>> obstacles, List<CancellationReason> judged) {
        List<CancellationReason> reasons = new ArrayList<>();
        for (int i = 0; i < obstacles.size(); i++) {
            if (obstacles.get(i).isPresent()) {
                reasons.add(Refusals.reason(CODE, "Transaction is ongoing for the item", Map.of()));
            } else {
                reasons.add(i < judged.size() ? judged.get(i) : Refusals.none());
            }
        }
        IntStream.range(0, obstacles.size())
                .filter(i -> obstacles.get(i).isPresent())
                .findFirst()
                .ifPresent(i -> call.result(", action " + (i + 1) + " " + CODE));
        return Refusals.transactionCanceled(reasons);
    }

    /** Why, for the trace. */
    static String words(List<Optional<String>> obstacles) {
        return IntStream.range(0, obstacles.size())
                .filter(i -> obstacles.get(i).isPresent())
                .mapToObj(i ->
                        "the item of action " + (i + 1) + " " + obstacles.get(i).orElseThrow())
                .collect(Collectors.joining("; ", "cancelled: ", ""));
    }
}
