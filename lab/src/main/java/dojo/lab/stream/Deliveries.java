package dojo.lab.stream;

import dojo.lab.law.Dice;
import dojo.lab.law.Fidelity;
import dojo.lab.law.Fidelity.Level;
import dojo.lab.stream.DiscardedBatch.Condition;
import dojo.lab.stream.Lane.Work;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.model.Record;

/** Calls the handler, and decides what becomes of a batch after it. Used by one thread at a time; counts are for all. */
final class Deliveries {

    @Fidelity(
            level = Level.OUR_MODEL,
            says = "The pause before a retry doubles from a quarter of a second to a minute.")
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    @Fidelity(
            level = Level.DOCUMENTED,
            says = "Without limits a record is tried until it expires, which blocks its shard for up to a day.",
            source = "https://docs.aws.amazon.com/lambda/latest/dg/services-dynamodb-errors.html")
    private static final Duration RETENTION = Duration.ofHours(24);

    private static final int MOST_DOUBLINGS = 16;

    private final PollerSettings settings;
    private final StreamHandler handler;
    private final Consumer<DiscardedBatch> onFailure;
    private final InstantSource clock;
    private final Dice dice;

    private final LongAdder invocations = new LongAdder();
    private final LongAdder delivered = new LongAdder();
    private final LongAdder errors = new LongAdder();
    private final LongAdder lost = new LongAdder();
    private final LongAdder discarded = new LongAdder();
    private final Map<String, Duration> ages = new ConcurrentHashMap<>();

    Deliveries(
            PollerSettings settings,
            StreamHandler handler,
            Consumer<DiscardedBatch> onFailure,
            InstantSource clock,
            Dice dice) {
        this.settings = settings;
        this.handler = handler;
        this.onFailure = onFailure;
        this.clock = clock;
        this.dice = dice;
    }

    /** Delivers what is ready in the lane, until it is empty or must wait. */
    void deliver(String streamArn, String shardId, Lane lane) {
        for (var work = lane.next(settings, clock.instant());
                work.isPresent();
                work = lane.next(settings, clock.instant())) {
            int tooOld = tooOld(work.get());
            if (tooOld > 0) {
                discard(
                        Condition.RECORD_AGE_EXCEEDED,
                        streamArn,
                        shardId,
                        work.get().until(tooOld));
                lane.replace(rest(work.get(), tooOld), clock.instant());
            } else {
                deliver(streamArn, shardId, lane, work.get().invoked());
            }
        }
    }

    PollerMetrics metrics(long readErrors) {
        return new PollerMetrics(
                invocations.sum(),
                delivered.sum(),
                errors.sum(),
                lost.sum(),
                discarded.sum(),
                readErrors,
                ages.values().stream().max(Duration::compareTo).orElse(Duration.ZERO));
    }

    /** Nothing more comes from this shard. */
    void forget(String shardId) {
        ages.remove(shardId);
    }

    private void deliver(String streamArn, String shardId, Lane lane, Work work) {
        invocations.increment();
        List<Record> records = work.records();
        Instant written = records.get(records.size() - 1).dynamodb().approximateCreationDateTime();
        ages.put(shardId, Duration.between(written, clock.instant()));
        Optional<Integer> failed = firstFailure(new StreamBatch(streamArn, shardId, records));
        if (failed.isPresent()) {
            errors.increment();
            delivered.add(failed.get());
            afterFailure(streamArn, shardId, lane, work, failed.get());
        } else if (settings.lostAcknowledgements() > 0
                && dice.roll("poller", "acknowledgement", shardId) < settings.lostAcknowledgements()) {
            lost.increment();
            lane.replace(List.of(work), clock.instant().plus(StreamPoller.INTERVAL));
        } else {
            delivered.add(records.size());
            lane.done();
        }
    }

    /** The place of the first record that was not processed; nothing if all were. */
    private Optional<Integer> firstFailure(StreamBatch batch) {
        BatchResult result;
        try {
            result = handler.handle(batch);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of(0);
        } catch (Exception e) {
            return Optional.of(0);
        }
        if (!settings.reportItemFailures() || result.failed().isEmpty()) {
            return Optional.empty();
        }
        List<String> numbers = batch.records().stream()
                .map(record -> record.dynamodb().sequenceNumber())
                .toList();
        // A number that is not in the batch fails all of it.
        return Optional.of(Math.max(
                0, result.failed().stream().mapToInt(numbers::indexOf).min().orElse(0)));
    }

    private void afterFailure(String streamArn, String shardId, Lane lane, Work work, int failed) {
        Instant now = clock.instant();
        if (failed == 0 && settings.bisect() && work.records().size() > 1) {
            int middle = work.records().size() / 2;
            lane.replace(
                    List.of(work.until(middle), work.from(middle, work.failures())), now.plus(StreamPoller.INTERVAL));
            return;
        }
        Work left = failed == 0 ? work.failed() : work.from(failed, settings.bisect() ? 0 : 1);
        if (settings.retryAttempts().isPresent()
                && left.failures() > settings.retryAttempts().get()) {
            discard(Condition.RETRY_ATTEMPTS_EXHAUSTED, streamArn, shardId, left);
            lane.done();
        } else {
            lane.replace(List.of(left), now.plus(pause(left.failures())));
        }
    }

    private void discard(Condition condition, String streamArn, String shardId, Work work) {
        discarded.add(work.records().size());
        onFailure.accept(
                DiscardedBatch.of(condition, new StreamBatch(streamArn, shardId, work.records()), work.invocations()));
    }

    private static List<Work> rest(Work work, int from) {
        return from == work.records().size() ? List.of() : List.of(work.from(from, 0));
    }

    /** How many records at the beginning must not be delivered any more. */
    private int tooOld(Work work) {
        Duration most =
                settings.recordAge().filter(age -> age.compareTo(RETENTION) < 0).orElse(RETENTION);
        Instant oldest = clock.instant().minus(most);
        int count = 0;
        for (Record record : work.records()) {
            if (!record.dynamodb().approximateCreationDateTime().isBefore(oldest)) {
                break;
            }
            count++;
        }
        return count;
    }

    private static Duration pause(int failures) {
        int doublings = Math.min(Math.max(failures - 1, 0), MOST_DOUBLINGS);
        Duration pause = StreamPoller.INTERVAL.multipliedBy(1L << doublings);
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }
}
