package dojo.session.chaos;

import dojo.lab.law.Call;
import dojo.lab.law.Law;
import dojo.lab.law.Next;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** Lets something happen just before a query: what no fault does, and a scheduler rarely. */
final class Interruption implements Law {
    private final AtomicReference<Optional<Runnable>> next = new AtomicReference<>(Optional.empty());

    void beforeTheNextQuery(Runnable what) {
        next.set(Optional.of(what));
    }

    @Override
    public AwsResponse apply(Call call, Next further) {
        if (call.request() instanceof QueryRequest) {
            next.getAndSet(Optional.empty()).ifPresent(Runnable::run);
        }
        return further.answer(call);
    }
}
