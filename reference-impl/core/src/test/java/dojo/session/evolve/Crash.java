package dojo.session.evolve;

import dojo.lab.law.Call;
import dojo.lab.law.Law;
import dojo.lab.law.Next;
import java.util.function.Predicate;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** Ends a program at its n-th request, before or after it is executed; an error that no client repeats. */
final class Crash implements Law {
    /** When, seen from the request. */
    enum Moment {
        BEFORE,
        AFTER
    }

    private final Predicate<AwsRequest> counted;
    private int left = Integer.MAX_VALUE;
    private Moment moment = Moment.BEFORE;
    private int seen;

    private Crash(Predicate<AwsRequest> counted) {
        this.counted = counted;
    }

    /** Counts writes: to end at a read is to end after the write before it. */
    static Crash atWrites() {
        return new Crash(request -> request instanceof PutItemRequest
                || request instanceof UpdateItemRequest
                || request instanceof DeleteItemRequest);
    }

    static Crash at(Predicate<AwsRequest> counted) {
        return new Crash(counted);
    }

    void at(int request, Moment when) {
        left = request;
        moment = when;
    }

    void never() {
        left = Integer.MAX_VALUE;
    }

    int seen() {
        return seen;
    }

    @Override
    public AwsResponse apply(Call call, Next next) {
        if (!counted.test(call.request())) {
            return next.answer(call);
        }
        seen++;
        boolean now = --left == 0;
        if (now && moment == Moment.BEFORE) {
            throw crash();
        }
        AwsResponse answer = next.answer(call);
        if (now) {
            throw crash();
        }
        return answer;
    }

    private static DynamoDbException crash() {
        return (DynamoDbException) DynamoDbException.builder()
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode("Crash")
                        .errorMessage("The program ended here")
                        .build())
                .statusCode(400)
                .build();
    }
}
