package dojo.lab.time;

import java.time.Duration;
import java.util.function.IntToDoubleFunction;
import java.util.function.Predicate;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.retries.api.AcquireInitialTokenRequest;
import software.amazon.awssdk.retries.api.AcquireInitialTokenResponse;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.retries.api.RecordSuccessRequest;
import software.amazon.awssdk.retries.api.RecordSuccessResponse;
import software.amazon.awssdk.retries.api.RefreshRetryTokenRequest;
import software.amazon.awssdk.retries.api.RefreshRetryTokenResponse;
import software.amazon.awssdk.retries.api.RetryStrategy;

/**
 * The SDK's standard retries, which wait on the lab's clock: a client that backs off for a minute takes no time.
 *
 * <p>What is retried and how often is the SDK's own decision. How long a retry waits is drawn from the lab's dice, since
 * the SDK's jitter differs from run to run. Safe for use by many threads.
 */
public final class VirtualRetries implements RetryStrategy {

    private final StandardRetryStrategy strategy;
    private final Clock clock;

    private VirtualRetries(StandardRetryStrategy strategy, Clock clock) {
        this.strategy = strategy;
        this.clock = clock;
    }

    /**
     * Four attempts from a base of 25 ms, or of 1 s when throttled, doubling up to 20 s, each with full jitter.
     *
     * @param jitter from the number of the attempt to wait for, 2 for the first retry, to a share in [0, 1) of the
     *     longest wait
     * @see <a href="https://github.com/aws/aws-sdk-java-v2/issues/6987">The SDK's announced defaults</a>
     */
    public static VirtualRetries on(Clock clock, IntToDoubleFunction jitter) {
        StandardRetryStrategy standard = AwsRetryStrategy.standardRetryStrategy().toBuilder()
                .maxAttempts(4)
                .backoffStrategy(backoff(Duration.ofMillis(25), jitter))
                .throttlingBackoffStrategy(backoff(Duration.ofSeconds(1), jitter))
                .build();
        return new VirtualRetries(standard, clock);
    }

    /**
     * The SDK's exponential delay with full jitter, which has no seed there.
     *
     * @see <a href="https://aws.amazon.com/builders-library/timeouts-retries-and-backoff-with-jitter/">Timeouts, retries,
     *     and backoff with jitter</a>
     */
    private static BackoffStrategy backoff(Duration base, IntToDoubleFunction jitter) {
        double longestNanos = Duration.ofSeconds(20).toNanos();
        return attempt -> {
            if (attempt < 2) {
                return Duration.ZERO;
            }
            double ceiling = Math.min(base.toNanos() * Math.pow(2, attempt - 2), longestNanos);
            return Duration.ofNanos((long) (ceiling * jitter.applyAsDouble(attempt)));
        };
    }

    @Override
    public AcquireInitialTokenResponse acquireInitialToken(AcquireInitialTokenRequest request) {
        AcquireInitialTokenResponse answer = strategy.acquireInitialToken(request);
        clock.pass(answer.delay());
        return AcquireInitialTokenResponse.create(answer.token(), Duration.ZERO);
    }

    @Override
    public RefreshRetryTokenResponse refreshRetryToken(RefreshRetryTokenRequest request) {
        RefreshRetryTokenResponse answer = strategy.refreshRetryToken(request);
        clock.pass(answer.delay());
        return RefreshRetryTokenResponse.create(answer.token(), Duration.ZERO);
    }

    @Override
    public RecordSuccessResponse recordSuccess(RecordSuccessRequest request) {
        return strategy.recordSuccess(request);
    }

    @Override
    public int maxAttempts() {
        return strategy.maxAttempts();
    }

    @Override
    public boolean useClientDefaults() {
        return strategy.useClientDefaults();
    }

    @Override
    public Builder toBuilder() {
        return new Builder(strategy.toBuilder(), clock);
    }

    /** Changes what is retried and how often; the waiting stays on the clock. */
    public static final class Builder implements RetryStrategy.Builder<Builder, VirtualRetries> {

        private final StandardRetryStrategy.Builder strategy;
        private final Clock clock;

        private Builder(StandardRetryStrategy.Builder strategy, Clock clock) {
            this.strategy = strategy;
            this.clock = clock;
        }

        @Override
        public Builder retryOnException(Predicate<Throwable> shouldRetry) {
            strategy.retryOnException(shouldRetry);
            return this;
        }

        @Override
        public Builder maxAttempts(int maxAttempts) {
            strategy.maxAttempts(maxAttempts);
            return this;
        }

        @Override
        public Builder backoffStrategy(BackoffStrategy backoff) {
            strategy.backoffStrategy(backoff);
            return this;
        }

        @Override
        public Builder throttlingBackoffStrategy(BackoffStrategy backoff) {
            strategy.throttlingBackoffStrategy(backoff);
            return this;
        }

        @Override
        public Builder treatAsThrottling(Predicate<Throwable> isThrottling) {
            strategy.treatAsThrottling(isThrottling);
            return this;
        }

        @Override
        public Builder useClientDefaults(boolean useClientDefaults) {
            strategy.useClientDefaults(useClientDefaults);
            return this;
        }

        @Override
        public VirtualRetries build() {
            return new VirtualRetries(strategy.build(), clock);
        }
    }
}
