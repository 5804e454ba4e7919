package dojo.session.dynamo;

import dojo.lab.law.Call;
import dojo.lab.law.Law;
import dojo.lab.law.Next;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/** Executes requests and then loses the answer, whatever it was: the caller sees an internal server error. */
final class LostAnswers implements Law {
    /** As many attempts as the lab's client makes for one call: lose these, and the caller sees the error itself. */
    static final int ALL_ATTEMPTS = 4;

    private final Predicate<AwsRequest> which;
    private final AtomicInteger left = new AtomicInteger();

    private LostAnswers(Predicate<AwsRequest> which) {
        this.which = which;
    }

    static LostAnswers to(Class<? extends AwsRequest> kind) {
        return new LostAnswers(kind::isInstance);
    }

    /** Loses the answers to the next requests of the kind. */
    void lose(int answers) {
        left.set(answers);
    }

    @Override
    public AwsResponse apply(Call call, Next next) {
        if (!which.test(call.request()) || left.getAndUpdate(n -> Math.max(0, n - 1)) == 0) {
            return next.answer(call);
        }
        try {
            next.answer(call);
        } catch (AwsServiceException alsoLost) {
            // The refusal of a repeated attempt does not arrive either.
        }
        throw DynamoDbException.builder()
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode("InternalServerError")
                        .errorMessage("The answer got lost")
                        .build())
                .statusCode(500)
                .build();
    }
}
