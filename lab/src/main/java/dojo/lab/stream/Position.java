package dojo.lab.stream;

import dojo.lab.law.Refusals;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Where a reader stands in a shard; what a shard iterator says, unreadably.
 *
 * @param after the sequence number of the last record that is not wanted
 * @param issued when the iterator was returned
 * @param reader told apart from other readers of the shard
 * @param continued whether the reader has read before
 */
record Position(String streamArn, String shardId, long after, Instant issued, long reader, boolean continued) {

    private static final int PARTS = 5;

    /** The iterator that the next request comes with. */
    Position next(long lastRead, Instant now) {
        return new Position(streamArn, shardId, lastRead, now, reader, true);
    }

    String iterator() {
        String text = String.join(
                " ",
                shardId,
                Long.toString(after),
                issued.toString(),
                Long.toString(reader),
                Boolean.toString(continued));
        String hidden = Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        return streamArn + "|1|" + hidden;
    }

    /**
     * What the iterator says.
     *
     * @throws software.amazon.awssdk.awscore.exception.AwsServiceException if no stream ever returned it
     */
    static Position of(@Nullable String iterator) {
        String[] sides = iterator == null ? new String[0] : iterator.split("\\|1\\|", -1);
        if (sides.length == 2) {
            try {
                String[] parts =
                        new String(Base64.getUrlDecoder().decode(sides[1]), StandardCharsets.UTF_8).split(" ", PARTS);
                return new Position(
                        sides[0],
                        parts[0],
                        Long.parseLong(parts[1]),
                        Instant.parse(parts[2]),
                        Long.parseLong(parts[3]),
                        Boolean.parseBoolean(parts[4]));
            } catch (RuntimeException malformed) {
                throw Refusals.validation("Invalid ShardIterator");
            }
        }
        throw Refusals.validation("Invalid ShardIterator");
    }
}
