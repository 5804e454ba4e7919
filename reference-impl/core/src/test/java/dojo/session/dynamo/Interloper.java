package dojo.session.dynamo;

import dojo.lab.law.Call;
import dojo.lab.law.Law;
import dojo.lab.law.Next;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

/** Does something of its own just before the second put of others. */
final class Interloper implements Law {
    volatile Runnable before = () -> {};
    private final AtomicInteger puts = new AtomicInteger();

    @Override
    public AwsResponse apply(Call call, Next next) {
        if (call.request() instanceof PutItemRequest && puts.incrementAndGet() == 2) {
            before.run();
        }
        return next.answer(call);
    }
}
