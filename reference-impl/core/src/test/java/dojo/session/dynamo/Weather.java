package dojo.session.dynamo;

import dojo.lab.law.Call;
import dojo.lab.law.Law;
import dojo.lab.law.Next;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/** Of every ten requests some get lost on their way there, some on their way back, and some writes meet a transaction. */
final class Weather implements Law {
    enum Kind {
        LOST_BEFORE,
        LOST_AFTER,
        TRANSACTION
    }

    private final long seed;
    private final AtomicLong requests = new AtomicLong();
    private final Map<Kind, AtomicInteger> seen = new ConcurrentHashMap<>();

    Weather(long seed) {
        this.seed = seed;
    }

    int count(Kind kind) {
        return seen.getOrDefault(kind, new AtomicInteger()).get();
    }

    @Override
    public AwsResponse apply(Call call, Next next) {
        int dice = Math.floorMod(mix(seed * 1_000_003 + requests.incrementAndGet()), 100);
        if (dice < 8) {
            throw happens(Kind.LOST_BEFORE, lost());
        }
        if (dice < 18) {
            try {
                next.answer(call);
            } catch (AwsServiceException alsoLost) {
                // The refusal does not arrive either.
            }
            throw happens(Kind.LOST_AFTER, lost());
        }
        if (dice < 26 && call.request() instanceof PutItemRequest) {
            throw happens(
                    Kind.TRANSACTION,
                    TransactionConflictException.builder()
                            .message("Transaction is ongoing for the item")
                            .statusCode(400)
                            .build());
        }
        return next.answer(call);
    }

    private AwsServiceException happens(Kind kind, AwsServiceException what) {
        seen.computeIfAbsent(kind, k -> new AtomicInteger()).incrementAndGet();
        return what;
    }

    private static AwsServiceException lost() {
        return DynamoDbException.builder()
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode("InternalServerError")
                        .errorMessage("Lost")
                        .build())
                .statusCode(500)
                .build();
    }

    /** Spreads consecutive numbers over all values (the finalizer of MurmurHash3). */
    private static int mix(long number) {
        long mixed = number;
        mixed = (mixed ^ (mixed >>> 33)) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return (int) (mixed ^ (mixed >>> 33));
    }
}
