package dojo.lab.stream;

import dojo.lab.law.Dice;
import dojo.lab.law.Fidelity;
import dojo.lab.law.Fidelity.Level;
import dojo.lab.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/**
 * Reads a stream and calls a handler with what is in it, as AWS Lambda's event source mapping does.
 *
 * <pre>{@code
 * StreamPoller poller = lab.law(StreamLaw.class)
 *         .poller(lab.streams(), "sessions")
 *         .batchSize(10)
 *         .retryAttempts(3)
 *         .bisectOnError()
 *         .onFailure(discarded::add)
 *         .start(batch -> summarise(batch));
 * lab.clock().advance(Duration.ofMinutes(1));
 * }</pre>
 *
 * <p>It has no thread of its own: the clock drives it, four times a second. A handler may send requests to the lab and
 * let time pass. Records of one item come in their order; those of different items need not. Each comes at least once.
 * A batch that fails is tried again before anything after it in its shard is delivered; other shards go on.
 *
 * <p>Its methods can be called by many threads; the handler is called by one at a time.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html">Lambda and DynamoDB Streams</a>
 */
@Fidelity(
        level = Level.NOT_MODELLED,
        says = "Event source mappings of Lambda can filter records and aggregate them in tumbling windows.",
        source = "https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-params.html")
public final class StreamPoller implements AutoCloseable {

    @Fidelity(
            level = Level.DOCUMENTED,
            says = "Lambda polls each shard four times a second.",
            source = "https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html",
            fact = "lambda.interval",
            unit = "milliseconds")
    static final Duration INTERVAL = Duration.ofMillis(250);

    /** Sooner than an iterator expires. */
    private static final Duration AT_LEAST_EVERY = Duration.ofMinutes(10);

    private final Clock clock;
    private final Shards shards;
    private final Deliveries deliveries;
    private final LongAdder readErrors = new LongAdder();
    private final AtomicBoolean polling = new AtomicBoolean();
    private final Rounds rounds;
    private final Optional<Doorbell> doorbell;
    private final String streamArn;
    private Optional<Runnable> unlisten = Optional.empty();
    private volatile boolean caughtUp;
    private volatile Instant due = Instant.MAX;

    /** Tells a poller of records, so that it need not look in vain. */
    interface Doorbell {

        /** From now on, rings with the time from which a record can be read; the answer stops that. */
        Runnable listen(String streamArn, Consumer<Instant> ringing);
    }

    StreamPoller(
            DynamoDbStreamsClient client,
            String streamArn,
            PollerSettings settings,
            StreamHandler handler,
            Consumer<DiscardedBatch> onFailure,
            Clock clock,
            Dice dice,
            Optional<Doorbell> doorbell) {
        this.streamArn = streamArn;
        this.clock = clock;
        this.doorbell = doorbell;
        shards = new Shards(client, streamArn, settings, readErrors);
        deliveries = new Deliveries(settings, handler, onFailure, clock, dice);
        rounds = new Rounds(clock, this::round);
    }

    /** A poller of this stream, through any client; on the clock of the wall unless told otherwise. */
    public static StreamPollerBuilder of(DynamoDbStreamsClient client, String streamArn) {
        return new StreamPollerBuilder(client, streamArn);
    }

    /** Begins here and now; from now on the clock drives it. */
    StreamPoller start() {
        polling.set(true);
        try {
            shards.discover(clock.instant());
        } finally {
            polling.set(false);
        }
        rounds.want(clock.instant());
        unlisten = doorbell.map(bell -> bell.listen(streamArn, rounds::announce));
        return this;
    }

    /** Reads each shard once and delivers what is ready; nothing if it is at it already. */
    public void poll() {
        if (!polling.compareAndSet(false, true)) {
            return;
        }
        try {
            pollShards();
        } finally {
            polling.set(false);
        }
    }

    /** Whether the last time it looked there was nothing that it had not delivered. */
    public boolean isCaughtUp() {
        return caughtUp;
    }

    /** What it has done so far. */
    public PollerMetrics metrics() {
        return deliveries.metrics(readErrors.sum());
    }

    /** How old the last record delivered was, for the shard where it was oldest: the metric {@code IteratorAge}. */
    public Duration iteratorAge() {
        return metrics().iteratorAge();
    }

    /** Stops; what was not delivered stays in the stream. */
    @Override
    public void close() {
        unlisten.ifPresent(Runnable::run);
        rounds.end();
    }

    private void round() {
        try {
            poll();
        } finally {
            Instant now = clock.instant();
            Instant soon = now.plus(INTERVAL);
            if (shards.isGone()) {
                close();
            } else if (doorbell.isEmpty() || (!caughtUp && !due.isAfter(soon))) {
                rounds.want(soon);
            } else {
                rounds.want(earlier(due, now.plus(AT_LEAST_EVERY)));
            }
        }
    }

    private void pollShards() {
        // Until the end of this is reached, an error may come out of the handler.
        caughtUp = false;
        due = clock.instant();
        boolean found = false;
        boolean ended;
        do {
            ended = false;
            if (shards.isIncomplete()) {
                shards.discover(clock.instant());
            }
            for (ShardReader reader : shards.readers()) {
                found |= reader.read(clock.instant());
                reader.deliver(deliveries);
                found |= reader.hasMadeRoom();
                if (reader.isDone()) {
                    deliveries.forget(reader.shardId());
                    shards.finish(reader);
                    ended = true;
                }
            }
        } while (ended);
        caughtUp = !found && !shards.isIncomplete() && shards.readers().stream().allMatch(ShardReader::isIdle);
        due = found || shards.isIncomplete()
                ? clock.instant()
                : shards.readers().stream()
                        .map(ShardReader::due)
                        .min(Instant::compareTo)
                        .orElse(Instant.MAX);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
