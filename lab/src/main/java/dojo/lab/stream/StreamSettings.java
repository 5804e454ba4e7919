package dojo.lab.stream;

import dojo.lab.law.Fidelity;
import dojo.lab.law.Fidelity.Level;
import java.time.Duration;

/**
 * How the streams of tables behave.
 *
 * @param shards into how many shards a table writes at a time, each for a range of hashes of the partition key
 * @param shardLife how long a shard takes records before a child takes its place
 * @param retention how long a record can be read
 * @param iteratorLife how long a shard iterator can be used
 * @param averageDelay how long after the write its record can be read, on average, were there no bound
 * @param longestDelay no record takes longer than this
 * @param readersPerShard how many may read a shard at the same time; 0 for any number
 */
public record StreamSettings(
        @Fidelity(
                level = Level.DOCUMENTED,
                says = "Each partition of a table writes to one open shard of its stream.",
                source = "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ServiceQuotas.html")
        @Fidelity(
                level = Level.OUR_MODEL,
                says = "A stream has a fixed number of shards at a time; they do not follow the splits of partitions.")
        int shards,

        @Fidelity(
                level = Level.OUR_MODEL,
                says = "A shard is closed after four hours, as consumers of the service have observed; AWS documents"
                        + " only that shards come and go by themselves.",
                source = "https://github.com/opensearch-project/data-prepper/issues/5208")
        Duration shardLife,

        @Fidelity(
                level = Level.DOCUMENTED,
                says = "A record can be read for 24 hours, also from a stream that has been disabled.",
                source = "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Streams.html",
                fact = "stream.retention",
                unit = "hours")
        Duration retention,

        @Fidelity(
                level = Level.DOCUMENTED,
                says = "A shard iterator expires 15 minutes after it was returned.",
                source =
                        "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_streams_GetShardIterator.html",
                fact = "stream.iterator",
                unit = "minutes")
        Duration iteratorLife,

        @Fidelity(
                level = Level.DOCUMENTED,
                says = "Records are written to the stream in near-real time.",
                source = "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Streams.html")
        @Fidelity(level = Level.OUR_MODEL, says = "The delay is exponentially distributed, in order within a shard.")
        Duration averageDelay,

        @Fidelity(level = Level.OUR_MODEL, says = "The delay of a record has a bound, two seconds unless set.")
        Duration longestDelay,

        @Fidelity(
                level = Level.DOCUMENTED,
                says = "More than two readers of one shard at the same time can be throttled.",
                source = "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_streams_GetRecords.html",
                fact = "stream.readers",
                unit = "readers of a shard")
        @Fidelity(
                level = Level.OUR_MODEL,
                says = "A third reader that goes from iterator to iterator within a second of two others is refused.")
        int readersPerShard) {

    public StreamSettings {
        if (shards < 1) {
            throw new IllegalArgumentException(
                    "shards is " + shards + ", but a record has to be in one. Give at least 1.");
        }
        if (readersPerShard < 0) {
            throw new IllegalArgumentException(
                    "readers-per-shard is " + readersPerShard + ". Give a number, or 0 for no limit.");
        }
        positive("shard-life", shardLife);
        positive("retention", retention);
        positive("iterator-life", iteratorLife);
        notNegative("average-delay", averageDelay);
        notNegative("longest-delay", longestDelay);
    }

    /** Four shards that roll over every four hours, and a delay of a fraction of a second. */
    public static StreamSettings real() {
        return new StreamSettings(
                4,
                Duration.ofHours(4),
                Duration.ofHours(24),
                Duration.ofMinutes(15),
                Duration.ofMillis(200),
                Duration.ofSeconds(2),
                2);
    }

    /** Many shards that live for minutes, and a delay of seconds: a consumer that mistakes lineage finds out soon. */
    public static StreamSettings chaos() {
        return new StreamSettings(
                8,
                Duration.ofMinutes(10),
                Duration.ofHours(24),
                Duration.ofMinutes(15),
                Duration.ofSeconds(5),
                Duration.ofMinutes(1),
                2);
    }

    /** The same with another number of shards at a time. */
    public StreamSettings shards(int number) {
        return new StreamSettings(
                number, shardLife, retention, iteratorLife, averageDelay, longestDelay, readersPerShard);
    }

    /** The same with another delay: {@code average} as a rule, {@code longest} at most. */
    public StreamSettings delay(Duration average, Duration longest) {
        return new StreamSettings(shards, shardLife, retention, iteratorLife, average, longest, readersPerShard);
    }

    /** The delay that belongs to a roll of the dice in [0,1): the inverse of the distribution, cut off at the longest. */
    Duration delay(double roll) {
        Duration drawn = Duration.ofMillis((long) (-Math.log1p(-roll) * averageDelay.toMillis()));
        return drawn.compareTo(longestDelay) < 0 ? drawn : longestDelay;
    }

    private static void positive(String name, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException(name + " is " + value + ". Give a duration longer than zero.");
        }
    }

    private static void notNegative(String name, Duration value) {
        if (value.isNegative()) {
            throw new IllegalArgumentException(
                    name + " is " + value + ", but nothing takes less than no time. Give a duration of zero or more.");
        }
    }
}
