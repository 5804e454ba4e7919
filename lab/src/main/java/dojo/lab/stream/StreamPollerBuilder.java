package dojo.lab.stream;

import dojo.lab.law.Dice;
import dojo.lab.stream.StreamPoller.Doorbell;
import dojo.lab.time.Clock;
import dojo.lab.time.WallClock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/**
 * How a {@link StreamPoller} is to be; what is not said is as Lambda has it.
 *
 * <p>A value that Lambda would not take is refused when the poller is made. Used by one thread.
 */
public final class StreamPollerBuilder {

    private final DynamoDbStreamsClient client;
    private final String streamArn;
    private boolean latest;
    private int batchSize = 100;
    private Duration batchingWindow = Duration.ZERO;
    private Optional<Integer> retryAttempts = Optional.empty();
    private Optional<Duration> recordAge = Optional.empty();
    private boolean bisect;
    private boolean reportItemFailures;
    private int parallelizationFactor = 1;
    private double lostAcknowledgements;
    private Consumer<DiscardedBatch> onFailure = discarded -> {};
    private Optional<Clock> clock = Optional.empty();
    private Dice dice = new Dice(1);
    private Optional<Doorbell> doorbell = Optional.empty();

    StreamPollerBuilder(DynamoDbStreamsClient client, String streamArn) {
        this.client = client;
        this.streamArn = streamArn;
    }

    /** Begins with what is written after the start, not with the oldest record there is. */
    public StreamPollerBuilder fromLatest() {
        latest = true;
        return this;
    }

    /** The most records in a batch, from 1 to 10,000; 100 unless said otherwise. */
    public StreamPollerBuilder batchSize(int records) {
        batchSize = records;
        return this;
    }

    /** How long to gather records for a batch that is not full, up to 300 seconds; no time unless said otherwise. */
    public StreamPollerBuilder batchingWindow(Duration window) {
        batchingWindow = window;
        return this;
    }

    /** How often a failed batch is tried again, from 0 to 10,000; until its records expire unless said otherwise. */
    public StreamPollerBuilder retryAttempts(int most) {
        retryAttempts = Optional.of(most);
        return this;
    }

    /** How old a record may be when it is delivered, from a minute to a week; 24 hours unless said otherwise. */
    public StreamPollerBuilder recordAge(Duration most) {
        recordAge = Optional.of(most);
        return this;
    }

    /** Splits a batch that fails in two, which takes none of its retries. */
    public StreamPollerBuilder bisectOnError() {
        bisect = true;
        return this;
    }

    /** Listens to the failures that the handler reports; without this they are taken for success, as Lambda does. */
    public StreamPollerBuilder reportBatchItemFailures() {
        reportItemFailures = true;
        return this;
    }

    /** How many batches of a shard are under way at a time, from 1 to 10; the records of an item stay in order. */
    public StreamPollerBuilder parallelizationFactor(int factor) {
        parallelizationFactor = factor;
        return this;
    }

    /** Delivers this share of the batches, from 0 to 1, again although the handler was done with them. */
    public StreamPollerBuilder losingAcknowledgements(double share) {
        lostAcknowledgements = share;
        return this;
    }

    /** Who is told of records that the poller has given up on; nobody unless said otherwise. */
    public StreamPollerBuilder onFailure(Consumer<DiscardedBatch> destination) {
        onFailure = destination;
        return this;
    }

    /** The clock that drives it. */
    public StreamPollerBuilder on(Clock other) {
        clock = Optional.of(other);
        return this;
    }

    /** Where its chance comes from. */
    public StreamPollerBuilder dice(Dice other) {
        dice = other;
        return this;
    }

    StreamPollerBuilder doorbell(Doorbell bell) {
        doorbell = Optional.of(bell);
        return this;
    }

    /**
     * A poller that does nothing but when it is asked to {@linkplain StreamPoller#poll() poll}.
     *
     * @throws IllegalArgumentException if Lambda would not take one of the values
     */
    public StreamPoller build(StreamHandler handler) {
        PollerSettings settings = new PollerSettings(
                latest,
                batchSize,
                batchingWindow,
                retryAttempts,
                recordAge,
                bisect,
                reportItemFailures,
                parallelizationFactor,
                lostAcknowledgements);
        return new StreamPoller(
                client, streamArn, settings, handler, onFailure, clock.orElseGet(WallClock::system), dice, doorbell);
    }

    /**
     * A poller that begins here and now, driven by the clock; a clock on the wall needs its ticker, or requests.
     *
     * @throws IllegalArgumentException if Lambda would not take one of the values
     */
    public StreamPoller start(StreamHandler handler) {
        return build(handler).start();
    }
}
