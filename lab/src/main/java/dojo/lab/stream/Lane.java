package dojo.lab.stream;

import dojo.lab.law.Fidelity;
import dojo.lab.law.Fidelity.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.Record;

/** Records of one shard that are delivered one batch after the other. Used by one thread at a time. */
final class Lane {

    /**
     * Records that are delivered together until they are done.
     *
     * @param failures how often they failed, splits left out
     * @param invocations how often the handler was called with them
     */
    record Work(List<Record> records, int failures, int invocations) {

        Work failed() {
            return new Work(records, failures + 1, invocations);
        }

        Work invoked() {
            return new Work(records, failures, invocations + 1);
        }

        /** The records from this one on. */
        Work from(int index, int failuresSoFar) {
            return new Work(records.subList(index, records.size()), failuresSoFar, invocations);
        }

        Work until(int index) {
            return new Work(records.subList(0, index), failures, invocations);
        }
    }

    /** The most that fits into one call of a Lambda function. */
    @Fidelity(
            level = Level.DOCUMENTED,
            says = "A batch is at most 6 MB large, the payload of one call of a Lambda function.",
            source = "https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html",
            fact = "lambda.payload",
            unit = "MB")
    private static final long LARGEST_PAYLOAD = 6L << 20;

    private final Deque<Record> gathered = new ArrayDeque<>();
    private final Deque<Work> work = new ArrayDeque<>();
    private Instant gatheringSince = Instant.MIN;
    private Instant notBefore = Instant.MIN;

    void add(Record record, Instant now) {
        if (gathered.isEmpty()) {
            gatheringSince = now;
        }
        gathered.add(record);
    }

    boolean isEmpty() {
        return gathered.isEmpty() && work.isEmpty();
    }

    /** How many records wait to become a batch. */
    int gathered() {
        return gathered.size();
    }

    /** What is to be delivered now, if anything is. */
    Optional<Work> next(PollerSettings settings, Instant now) {
        if (now.isBefore(notBefore)) {
            return Optional.empty();
        }
        if (work.isEmpty() && isReady(settings, now)) {
            work.add(new Work(take(settings.batchSize()), 0, 0));
            gatheringSince = now;
        }
        return Optional.ofNullable(work.peekFirst());
    }

    /** When there may be something to deliver; the end of time if only new records can change that. */
    Instant due(PollerSettings settings) {
        if (!work.isEmpty()) {
            return notBefore;
        }
        return gathered.isEmpty() ? Instant.MAX : gatheringSince.plus(settings.batchingWindow());
    }

    void done() {
        work.removeFirst();
    }

    /** In place of what was to be delivered, these are to be, one after the other, after a pause. */
    void replace(List<Work> others, Instant resume) {
        work.removeFirst();
        for (int i = others.size() - 1; i >= 0; i--) {
            work.addFirst(others.get(i));
        }
        notBefore = resume;
    }

    private boolean isReady(PollerSettings settings, Instant now) {
        if (gathered.isEmpty()) {
            return false;
        }
        Duration window = settings.batchingWindow();
        return gathered.size() >= settings.batchSize()
                || !now.isBefore(gatheringSince.plus(window))
                || gathered.stream().mapToLong(Lane::bytes).sum() >= LARGEST_PAYLOAD;
    }

    private List<Record> take(int most) {
        List<Record> taken = new ArrayList<>();
        long bytes = 0;
        for (Record next = gathered.peek(); next != null && taken.size() < most; next = gathered.peek()) {
            bytes += bytes(next);
            if (bytes > LARGEST_PAYLOAD && !taken.isEmpty()) {
                break;
            }
            taken.add(gathered.remove());
        }
        return List.copyOf(taken);
    }

    private static long bytes(Record record) {
        @Nullable Long size = record.dynamodb().sizeBytes();
        return size == null ? 0 : size;
    }
}
