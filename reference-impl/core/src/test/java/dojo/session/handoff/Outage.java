package dojo.session.handoff;

import dojo.lab.law.Call;
import dojo.lab.law.Law;
import dojo.lab.law.Next;
import java.util.concurrent.atomic.AtomicLong;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/** After so many requests nothing is answered any more, as for a process that dies; the last one may still be done. */
final class Outage implements Law {
    private final AtomicLong left = new AtomicLong(Long.MAX_VALUE);
    private volatile boolean lastIsDone;

    void after(long requests, boolean andTheNextIsDone) {
        left.set(requests);
        lastIsDone = andTheNextIsDone;
    }

    void over() {
        left.set(Long.MAX_VALUE);
    }

    @Override
    public AwsResponse apply(Call call, Next next) {
        long before = left.getAndDecrement();
        if (before > 0) {
            return next.answer(call);
        }
        if (before == 0 && lastIsDone) {
            next.answer(call);
        }
        throw DynamoDbException.builder()
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode("InternalServerError")
                        .errorMessage("Nobody answers")
                        .build())
                .statusCode(500)
                .build();
    }
}
