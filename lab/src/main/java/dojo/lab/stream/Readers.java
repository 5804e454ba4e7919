package dojo.lab.stream;

import dojo.lab.law.Refusals;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Who reads which shard at the moment. Guarded by its {@link TableStream}. */
final class Readers {

    private static final Duration AT_THE_SAME_TIME = Duration.ofSeconds(1);

    private final int most;
    private final Map<String, Map<Long, Instant>> lastSeen = new HashMap<>();
    private long given;

    Readers(int most) {
        this.most = most;
    }

    /** A number for a new reader. */
    long next() {
        return ++given;
    }

    /**
     * Counts a reader that goes from iterator to iterator; one that asks for a new iterator each time cannot be told
     * from many readers and is not counted.
     *
     * @throws software.amazon.awssdk.awscore.exception.AwsServiceException if there are too many
     */
    void admit(Position position, Instant now) {
        if (most == 0 || !position.continued()) {
            return;
        }
        Map<Long, Instant> ofShard = lastSeen.computeIfAbsent(position.shardId(), shard -> new HashMap<>());
        ofShard.values().removeIf(seen -> !now.isBefore(seen.plus(AT_THE_SAME_TIME)));
        if (!ofShard.containsKey(position.reader()) && ofShard.size() >= most) {
            throw Refusals.limitExceeded("More than " + most + " processes are reading from the same streams shard at"
                    + " the same time: " + position.shardId());
        }
        ofShard.put(position.reader(), now);
    }
}
