package dojo.session.springai;

import dojo.lab.law.Call;
import dojo.lab.law.Law;
import dojo.lab.law.Next;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

/** Lets something happen just before the next transaction of others, once. */
final class Crossing implements Law {
    volatile Runnable before = () -> {};

    @Override
    public AwsResponse apply(Call call, Next next) {
        if (call.request() instanceof TransactWriteItemsRequest) {
            Runnable now = before;
            before = () -> {};
            now.run();
        }
        return next.answer(call);
    }
}
