package dojo.lab.stream;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.DescribeStreamRequest;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.StreamDescription;
import software.amazon.awssdk.services.dynamodb.model.StreamStatus;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/**
 * The shards of a stream that a poller reads: a child once its parent has been read and delivered to the end. Used by
 * one thread at a time.
 */
final class Shards {

    private final DynamoDbStreamsClient client;
    private final String streamArn;
    private final PollerSettings settings;
    private final LongAdder readErrors;
    private final Map<String, ShardReader> readers = new LinkedHashMap<>();
    private final Set<String> finished = new HashSet<>();
    private boolean begun;
    private boolean incomplete = true;
    private boolean gone;

    Shards(DynamoDbStreamsClient client, String streamArn, PollerSettings settings, LongAdder readErrors) {
        this.client = client;
        this.streamArn = streamArn;
        this.settings = settings;
        this.readErrors = readErrors;
    }

    List<ShardReader> readers() {
        return List.copyOf(readers.values());
    }

    /** Whether there is no such stream any more. */
    boolean isGone() {
        return gone;
    }

    /** Whether there must be shards that are not listed yet. */
    boolean isIncomplete() {
        return incomplete;
    }

    void finish(ShardReader reader) {
        readers.remove(reader.shardId());
        finished.add(reader.shardId());
        incomplete = true;
    }

    /** Looks for shards that can be read now. */
    void discover(Instant now) {
        List<Shard> listed = new ArrayList<>();
        boolean enabled;
        try {
            enabled = list(listed);
        } catch (ResourceNotFoundException e) {
            gone = true;
            return;
        } catch (SdkException e) {
            readErrors.increment();
            return;
        }
        Set<String> ids = listed.stream().map(Shard::shardId).collect(Collectors.toSet());
        if (!begun && settings.latest()) {
            listed.stream()
                    .filter(shard -> shard.sequenceNumberRange().endingSequenceNumber() != null)
                    .forEach(shard -> finished.add(shard.shardId()));
        }
        for (Shard shard : listed) {
            boolean known = finished.contains(shard.shardId()) || readers.containsKey(shard.shardId());
            boolean parentFirst = ids.contains(shard.parentShardId()) && !finished.contains(shard.parentShardId());
            if (!known && !parentFirst) {
                read(shard, !begun && settings.latest() ? now.truncatedTo(ChronoUnit.SECONDS) : Instant.MIN);
            }
        }
        begun = true;
        finished.retainAll(ids);
        Set<String> parents = listed.stream().map(Shard::parentShardId).collect(Collectors.toSet());
        incomplete = enabled && (listed.isEmpty() || !parents.containsAll(finished));
    }

    private void read(Shard shard, Instant latestFrom) {
        ShardReader reader = new ShardReader(client, streamArn, shard.shardId(), settings, latestFrom, readErrors);
        reader.begin();
        readers.put(shard.shardId(), reader);
    }

    /** Collects the shards, and says whether the stream takes records. */
    private boolean list(List<Shard> shards) {
        DescribeStreamRequest.Builder next = DescribeStreamRequest.builder().streamArn(streamArn);
        StreamDescription page;
        do {
            page = client.describeStream(next.build()).streamDescription();
            shards.addAll(page.shards());
            next.exclusiveStartShardId(page.lastEvaluatedShardId());
        } while (page.lastEvaluatedShardId() != null);
        return page.streamStatus() == StreamStatus.ENABLED || page.streamStatus() == StreamStatus.ENABLING;
    }
}
