package dojo.lab.stream;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.ExpiredIteratorException;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsRequest;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.GetShardIteratorRequest;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.TrimmedDataAccessException;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** Reads one shard from where it stopped, and keeps what is not delivered yet. Used by one thread at a time. */
final class ShardReader {

    /** A lane that holds as many as one read brings holds up the reading of its shard. */
    private static final int ROOM = 1_000;

    private static final int TRIES = 2;

    private final DynamoDbStreamsClient client;
    private final String streamArn;
    private final String shardId;
    private final PollerSettings settings;
    private final LongAdder readErrors;
    private final List<Lane> lanes;
    /** Records before that time are not wanted; the beginning of time if all are. */
    private final Instant wantedFrom;

    private boolean latest;
    private @Nullable String lastRead;
    private @Nullable String iterator;
    private boolean ended;
    private boolean heldUp;

    /** @param latestFrom if the shard is to be read from now on only, now; else the beginning of time */
    ShardReader(
            DynamoDbStreamsClient client,
            String streamArn,
            String shardId,
            PollerSettings settings,
            Instant latestFrom,
            LongAdder readErrors) {
        this.client = client;
        this.streamArn = streamArn;
        this.shardId = shardId;
        this.settings = settings;
        this.readErrors = readErrors;
        wantedFrom = latestFrom;
        latest = latestFrom.isAfter(Instant.MIN);
        lanes = Stream.generate(Lane::new)
                .limit(settings.parallelizationFactor())
                .toList();
    }

    String shardId() {
        return shardId;
    }

    /** Whether everything that was ever in the shard has been delivered or given up. */
    boolean isDone() {
        return ended && lanes.stream().allMatch(Lane::isEmpty);
    }

    boolean isIdle() {
        return lanes.stream().allMatch(Lane::isEmpty);
    }

    /** When there may be something to deliver without reading anything new. */
    Instant due() {
        return lanes.stream()
                .map(lane -> lane.due(settings))
                .min(Instant::compareTo)
                .orElse(Instant.MAX);
    }

    void deliver(Deliveries deliveries) {
        lanes.forEach(lane -> deliveries.deliver(streamArn, shardId, lane));
    }

    /** Reads what there is; false if there was nothing and nothing went wrong. */
    boolean read(Instant now) {
        heldUp = !hasRoom();
        if (ended || heldUp) {
            return false;
        }
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            try {
                return readPage(now);
            } catch (ExpiredIteratorException e) {
                iterator = null;
            } catch (TrimmedDataAccessException e) {
                // What was to come next is gone: go on with the oldest that is left.
                iterator = null;
                lastRead = null;
            } catch (ResourceNotFoundException e) {
                ended = true;
                return true;
            } catch (SdkException e) {
                readErrors.increment();
                return true;
            }
            readErrors.increment();
        }
        return true;
    }

    /** Whether there may be something to read that there was no room for before. */
    boolean hasMadeRoom() {
        return heldUp && !ended && hasRoom();
    }

    private boolean hasRoom() {
        int room = Math.max(ROOM, settings.batchSize());
        return lanes.stream().allMatch(lane -> lane.gathered() < room);
    }

    /** Finds the place to begin at, so that what is written afterwards is read. */
    void begin() {
        try {
            iterator = newIterator();
        } catch (SdkException e) {
            readErrors.increment();
        }
    }

    private boolean readPage(Instant now) {
        if (iterator == null) {
            iterator = newIterator();
        }
        GetRecordsResponse page = client.getRecords(
                GetRecordsRequest.builder().shardIterator(iterator).build());
        for (Record record : page.records()) {
            lastRead = record.dynamodb().sequenceNumber();
            if (!record.dynamodb().approximateCreationDateTime().isBefore(wantedFrom)) {
                lane(record).add(record, now);
            }
        }
        iterator = page.nextShardIterator();
        ended = iterator == null;
        return ended || !page.records().isEmpty();
    }

    private String newIterator() {
        GetShardIteratorRequest.Builder get =
                GetShardIteratorRequest.builder().streamArn(streamArn).shardId(shardId);
        if (lastRead != null) {
            get.shardIteratorType(ShardIteratorType.AFTER_SEQUENCE_NUMBER).sequenceNumber(lastRead);
        } else {
            // Once only: a second LATEST would skip what came in between.
            get.shardIteratorType(latest ? ShardIteratorType.LATEST : ShardIteratorType.TRIM_HORIZON);
        }
        String found = client.getShardIterator(get.build()).shardIterator();
        latest = false;
        return found;
    }

    /** The same lane for every record of an item. */
    private Lane lane(Record record) {
        int hash = record.dynamodb().keys().hashCode() * 0x9E3779B9;
        return lanes.get((int) ((Integer.toUnsignedLong(hash) * lanes.size()) >>> Integer.SIZE));
    }
}
