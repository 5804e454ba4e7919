package dojo.session.guard;

import dojo.session.Loaded.Why;
import dojo.session.work.Ask;
import dojo.session.work.Errand;
import dojo.session.work.Layer;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbResponse;

/**
 * Gives each operation a time, counted on the memory's clock from when it was called: no request begins after it, and
 * one that has begun gets what is left as the SDK's limit for the call, all its attempts included.
 *
 * <p>Costs nothing. When time is over an operation fails with {@link NotSent} or with the SDK's
 * {@code ApiCallTimeoutException}, after which the outcome is unknown. What it cannot cut short: a pause between
 * attempts, and requests to a {@link dojo.session.content.ContentStore}, which have limits of their own. Put it outside
 * other layers. Immutable and thread-safe.
 *
 * @param usual for operations without a time of their own
 * @param own by the name of the operation, such as {@code load}
 * @see <a href="https://docs.aws.amazon.com/sdk-for-java/latest/developer-guide/timeouts.html">AWS: timeouts of the
 *     SDK</a>
 */
public record Deadline(Duration usual, Map<String, Duration> own) implements Layer {
    private static final Duration SHORTEST = Duration.ofMillis(1);

    public Deadline {
        own = Map.copyOf(own);
        own.forEach(Deadline::check);
        check("every operation", usual);
    }

    private static void check(String what, Duration time) {
        if (time.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException("The time for " + what + " is at least a millisecond, got " + time
                    + ": give it what the caller would wait.");
        }
    }

    public static Deadline of(Duration usual) {
        return new Deadline(usual, Map.of());
    }

    /** The same with another time for one operation. */
    public Deadline with(String operation, Duration time) {
        Map<String, Duration> more = new TreeMap<>(own);
        more.put(operation, time);
        return new Deadline(usual, more);
    }

    @Override
    public <R extends DynamoDbResponse> CompletableFuture<R> ask(Ask<R> ask, Errand errand, Next next) {
        Duration time = own.getOrDefault(errand.operation(), usual);
        Duration left = Duration.between(errand.now(), errand.begun().plus(time));
        if (left.compareTo(SHORTEST) < 0) {
            return CompletableFuture.failedFuture(new NotSent(Why.DEADLINE, over(ask, errand, time)));
        }
        return next.ask(ask.configured(limited(ask, left)));
    }

    private static AwsRequestOverrideConfiguration limited(Ask<?> ask, Duration left) {
        AwsRequestOverrideConfiguration before = ask.request()
                .overrideConfiguration()
                .orElseGet(() -> AwsRequestOverrideConfiguration.builder().build());
        Duration limit =
                before.apiCallTimeout().filter(it -> it.compareTo(left) < 0).orElse(left);
        return before.toBuilder().apiCallTimeout(limit).build();
    }

    private static String over(Ask<?> ask, Errand errand, Duration time) {
        int before = errand.bill().requests();
        return "The " + time.toMillis() + " ms for " + errand.operation() + " are over: " + ask.operation()
                + " was not sent" + (before == 0 ? "" : " (requests before it: " + before + ")")
                + ". Call again with the same arguments.";
    }
}
